/// Hommel's adjustment: the closed test with Simes' inequality, under which it holds the
/// family-wise error; never larger than Hochberg's.
///
/// ```
/// hommel([0.01, 0.04, 0.03, 0.005])   // [0.03, 0.04, 0.04, 0.02]
/// ```
///
/// **Edge cases**: NaN stands for a comparison that was not made: it stays and does not count in m.
///
/// **Source**: Hommel, A stagewise rejective multiple test procedure based on a modified Bonferroni
/// test, Biometrika 75 (1988); the adjusted values by Wright, Adjusted p-values for simultaneous
/// inference, Biometrics 48 (1992), as in R's `p.adjust`.
/// - Complexity: O(m^2).
package func hommel(_ p: [Double]) -> [Double] {
  let order = ascending(p)
  let sorted = order.map { p[$0] }
  let count = sorted.count
  let all = simes(sorted[...], of: count, from: 1)
  var adjusted = sorted.map { max($0, all) }
  // Any m of the hypotheses may be the true ones.
  for m in stride(from: count - 1, to: 1, by: -1) {
    let split = count - m
    let upper = simes(sorted[(split + 1)...], of: m, from: 2)
    for place in adjusted.indices {
      let lower = Double(m) * sorted[min(place, split)]
      adjusted[place] = max(adjusted[place], min(lower, upper))
    }
  }
  var result = p
  for (place, index) in order.enumerated() { result[index] = adjusted[place] }
  return result
}

/// The smallest m p / i, for i from `first` along `sorted`.
private func simes(_ sorted: ArraySlice<Double>, of m: Int, from first: Int) -> Double {
  var (smallest, i) = (Double.infinity, Double(first))
  for p in sorted {
    smallest = min(smallest, Double(m) * p / i)
    i += 1
  }
  return smallest
}
