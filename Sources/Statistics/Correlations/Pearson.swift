/// Pearson's correlation of paired values, from -1 to 1; NaN where either side is constant, nil for
/// fewer than two pairs.
///
/// ```
/// correlation([1, 2, 3, 4], [2, 1, 4, 3])   // 0.6
/// ```
///
/// Deviations are from the first pair before they are from the mean, so that values that are all the
/// same have no spread at all, and large values with small differences keep their digits.
///
/// **Edge cases**: all values are finite.
///
/// **Source**: Pearson, Notes on regression and inheritance in the case of two parents (1895).
/// - Complexity: O(n).
package func correlation(_ first: [Double], _ second: [Double]) -> Double? {
  precondition(first.count == second.count, "values come in pairs")
  guard first.count > 1 else { return nil }
  let (x, y) = (deviations(of: first), deviations(of: second))
  let (width, height) = (length(x), length(y))
  guard width > 0, height > 0 else { return .nan }
  let sum = zip(x, y).reduce(0) { $0 + $1.0 / width * ($1.1 / height) }
  return min(1, max(-1, sum))
}

private func deviations(of values: [Double]) -> [Double] {
  let shifted = values.map { $0 - values[0] }
  let middle = shifted.reduce(0, +) / Double(shifted.count)
  return shifted.map { $0 - middle }
}

private func length(_ values: [Double]) -> Double {
  values.reduce(0) { $0 + $1 * $1 }.squareRoot()
}
