/// Benjamini and Yekutieli's adjustment: p values that hold the false discovery rate at a level,
/// however the tests depend on each other.
///
/// It is ``benjaminiHochberg(_:)`` times 1 + 1/2 + ... + 1/m, at most 1.
///
/// **Edge cases**: NaN stands for a comparison that was not made: it stays and does not count in m.
///
/// **Source**: Benjamini and Yekutieli, The control of the false discovery rate in multiple testing
/// under dependency, Annals of Statistics 29 (2001).
/// - Complexity: O(m log m).
package func benjaminiYekutieli(_ p: [Double]) -> [Double] {
  let count = p.count { !$0.isNaN }
  let harmonic = (0..<count).reduce(0) { $0 + 1 / Double($1 + 1) }
  return stepUp(p) { p, rank, count in harmonic * (count * p) / rank }
}
