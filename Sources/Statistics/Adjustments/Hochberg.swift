/// Hochberg's step-up adjustment, which holds the family-wise error where the tests are independent
/// or positively dependent.
///
/// The i-th smallest of m is multiplied by m - i + 1, and none is above one that was larger before.
///
/// ```
/// hochberg([0.01, 0.04, 0.03, 0.005])   // [0.03, 0.04, 0.04, 0.02]
/// ```
///
/// **Edge cases**: NaN stands for a comparison that was not made: it stays and does not count in m.
///
/// **Source**: Hochberg, A sharper Bonferroni procedure for multiple tests of significance,
/// Biometrika 75 (1988).
/// - Complexity: O(m log m).
package func hochberg(_ p: [Double]) -> [Double] {
  stepUp(p) { p, rank, count in (count - rank + 1) * p }
}

/// p values enlarged by their rank, from 1 for the smallest, and their number; each at most as
/// large as those of higher rank, and as 1.
func stepUp(
  _ p: [Double], enlarged: (_ p: Double, _ rank: Double, _ count: Double) -> Double
) -> [Double] {
  let order = ascending(p)
  var (adjusted, smallest) = (p, 1.0)
  for (place, index) in order.enumerated().reversed() {
    smallest = min(smallest, enlarged(p[index], Double(place + 1), Double(order.count)))
    adjusted[index] = smallest
  }
  return adjusted
}
