/// The ranks of `values` from the smallest, which has rank 1; equal values share the mean of their
/// ranks.
///
/// ```
/// ranks(of: [0.3, 0.1, 0.3])   // [2.5, 1, 2.5]
/// ```
///
/// Doubles are equal exactly when their shortest decimals are, so ties of scores are decimal ties.
///
/// **Edge cases**: none give none. A NaN has no place in the order and is a mistake of the caller.
/// - Complexity: O(n log n).
package func ranks(of values: [Double]) -> [Double] {
  ranks(of: values, by: <)
}

/// The ranks of `values` with rank 1 the best; equal values share the mean of their ranks.
///
/// ```
/// ranks(of: [0.81, 0.79, 0.84], best: .higher)   // [2, 3, 1]
/// ```
package func ranks(of values: [Double], best: Direction) -> [Double] {
  switch best {
  case .lower: ranks(of: values, by: <)
  case .higher: ranks(of: values, by: >)
  }
}

/// The ranks of whole numbers, such as the multiples of decimals, from the smallest.
func ranks(of values: [Int128]) -> [Double] {
  ranks(of: values, by: <)
}

private func ranks<Number: Equatable>(
  of values: [Number], by precedes: (Number, Number) -> Bool
) -> [Double] {
  let order = values.enumerated().sorted { precedes($0.element, $1.element) }
  var ranks = [Double](repeating: 0, count: values.count)
  var start = 0
  while start < order.count {
    var end = start + 1
    while end < order.count, order[end].element == order[start].element { end += 1 }
    let shared = Double(start + 1 + end) / 2
    for place in start..<end { ranks[order[place].offset] = shared }
    start = end
  }
  return ranks
}
