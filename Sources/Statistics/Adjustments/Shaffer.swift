/// Shaffer's static adjustment for comparing all pairs: Holm's, with as many hypotheses as can
/// still be true together.
///
/// If a differs from b, then c cannot equal both, so that not every number of the m = k(k-1)/2
/// hypotheses can be true. The i-th smallest p is multiplied by the largest number that can be,
/// once those before it are not, and none is below one that was smaller before.
///
/// **Shape**: p values of pairs of `treatments` in any order; NaN stands for a comparison that was
/// not made, and stays.
///
/// **Source**: Shaffer, Modified sequentially rejective multiple test procedures, JASA 81 (1986);
/// Garcia and Herrera, An extension on statistical comparisons of classifiers over multiple data
/// sets, JMLR 9 (2008).
/// - Complexity: O(k^4 + m log m).
package func shaffer(_ p: [Double], treatments: Int) -> [Double] {
  let order = ascending(p)
  let possible = possibleTruths(of: treatments)
  var (adjusted, largest) = (p, 0.0)
  for (step, index) in order.enumerated() {
    let most = possible.last { $0 <= pairs(of: treatments) - step } ?? 0
    largest = max(largest, min(1, Double(min(most, order.count - step)) * p[index]))
    adjusted[index] = largest
  }
  return adjusted
}

/// How many of all pairs can be equal at once, ascending: sums of pairs within groups.
private func possibleTruths(of treatments: Int) -> [Int] {
  var truths: [Set<Int>] = [[0]]
  for count in stride(from: 1, through: treatments, by: 1) {
    // One group of some size, and any grouping of the rest.
    truths.append(
      (1...count).reduce(into: []) { sums, group in
        sums.formUnion(truths[count - group].map { $0 + pairs(of: group) })
      })
  }
  return truths[treatments].sorted()
}

private func pairs(of count: Int) -> Int { count * (count - 1) / 2 }
