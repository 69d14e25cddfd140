/// Holm's step-down adjustment: p values that hold the family-wise error at a level.
///
/// The i-th smallest of m is multiplied by m - i + 1, and none is below one that was smaller
/// before.
///
/// ```
/// holm([0.01, 0.04, 0.03, 0.005])   // [0.03, 0.06, 0.06, 0.02]
/// ```
///
/// **Edge cases**: NaN stands for a comparison that was not made: it stays and does not count in m.
///
/// **Source**: Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal
/// of Statistics 6 (1979).
/// - Complexity: O(m log m).
package func holm(_ p: [Double]) -> [Double] {
  let order = ascending(p)
  var (adjusted, largest) = (p, 0.0)
  for (step, index) in order.enumerated() {
    largest = max(largest, min(1, Double(order.count - step) * p[index]))
    adjusted[index] = largest
  }
  return adjusted
}
