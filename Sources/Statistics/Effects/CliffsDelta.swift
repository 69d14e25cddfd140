/// Cliff's delta: how much more often a value of `first` exceeds one of `second` than the other way
/// round, over all pairs of them, from -1 to 1.
///
/// ```
/// cliffsDelta([3, 4, 5], [1, 3, 4])   // 0.5555555555555556: 6 larger and 1 smaller of 9
/// ```
///
/// **Shape**: samples need not be paired, nor of one size. nil where either is empty.
///
/// **Edge cases**: a NaN among them gives NaN; infinities are compared.
///
/// **Source**: Cliff, Dominance statistics, Psychological Bulletin 114 (1993).
/// - Complexity: O(n log n), where R's effsize and autorank take all pairs.
package func cliffsDelta(_ first: [Double], _ second: [Double]) -> Double? {
  guard !first.isEmpty, !second.isEmpty else { return nil }
  guard !first.contains(where: \.isNaN), !second.contains(where: \.isNaN) else { return .nan }
  let (x, y) = (first.sorted(), second.sorted())
  var (below, notAbove, balance) = (0, 0, 0)
  for value in x {
    while below < y.count, y[below] < value { below += 1 }
    notAbove = max(notAbove, below)
    while notAbove < y.count, y[notAbove] <= value { notAbove += 1 }
    balance += below - (y.count - notAbove)
  }
  return Double(balance) / (Double(x.count) * Double(y.count))
}

/// Vargha and Delaney's A12: the chance that a value of `first` exceeds one of `second`, ties
/// counting half, from 0 to 1; nil where either is empty.
///
/// **Source**: Vargha and Delaney, A critique and improvement of the CL common language effect size
/// statistics, Journal of Educational and Behavioral Statistics 25 (2000).
/// - Complexity: O(n log n).
package func a12(_ first: [Double], _ second: [Double]) -> Double? {
  cliffsDelta(first, second).map { (1 + $0) / 2 }
}
