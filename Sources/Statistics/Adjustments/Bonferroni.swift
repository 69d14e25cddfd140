/// Bonferroni's adjustment: each of m p values times m, at most 1.
///
/// ```
/// bonferroni([0.01, 0.04, 0.03, 0.005])   // [0.04, 0.16, 0.12, 0.02]
/// ```
///
/// **Edge cases**: NaN stands for a comparison that was not made: it stays and does not count in m.
///
/// **Source**: Dunn, Multiple comparisons among means, JASA 56 (1961). Holm's adjustment assumes
/// no more and is never larger.
/// - Complexity: O(m).
package func bonferroni(_ p: [Double]) -> [Double] {
  let count = Double(p.count { !$0.isNaN })
  return p.map { $0.isNaN ? $0 : min(1, count * $0) }
}
