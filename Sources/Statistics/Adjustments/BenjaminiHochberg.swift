/// Benjamini and Hochberg's adjustment: p values that hold the false discovery rate at a level,
/// where the tests are independent or positively dependent.
///
/// The i-th smallest of m is multiplied by m / i, and none is above one that was larger before.
///
/// ```
/// benjaminiHochberg([0.01, 0.04, 0.03, 0.005])   // [0.02, 0.04, 0.04, 0.02]
/// ```
///
/// **Edge cases**: NaN stands for a comparison that was not made: it stays and does not count in m.
///
/// **Source**: Benjamini and Hochberg, Controlling the false discovery rate, Journal of the Royal
/// Statistical Society B 57 (1995).
/// - Complexity: O(m log m).
package func benjaminiHochberg(_ p: [Double]) -> [Double] {
  stepUp(p) { p, rank, count in count * p / rank }
}
