/// Levene's test of equal variances: the analysis of variance of distances from each group's
/// centre.
///
/// **Shape**: two groups or more, of any sizes from 1 up, with more values than groups; nil
/// otherwise.
///
/// **Edge cases**: where no value differs from its centre F and p are NaN.
///
/// **Source**: Levene, Robust tests for equality of variances (1960), about means; Brown and
/// Forsythe, Robust tests for the equality of variances, JASA 69 (1974), about medians, the default
/// of scipy and of R's car.
/// - Complexity: O(n log n).
package struct Levene: Sendable {
  package enum Center: Sendable, CaseIterable {
    case mean
    /// Brown and Forsythe's, which skewed values do not mislead.
    case median
  }

  package let f: Double
  package let numerator, denominator: Int
  package let p: Double

  package init?(_ groups: [[Double]], center: Center = .median) {
    let count = groups.reduce(0) { $0 + $1.count }
    guard groups.count > 1, count > groups.count, groups.allSatisfy({ !$0.isEmpty }) else {
      return nil
    }
    let distances = groups.map { group in
      let middle = (center == .mean ? mean(of: group) : median(of: group)) ?? 0
      return group.map { abs($0 - middle) }
    }
    let overall = distances.joined().reduce(0, +) / Double(count)
    var (between, within) = (0.0, 0.0)
    for group in distances {
      let middle = mean(of: group) ?? 0
      between += Double(group.count) * (middle - overall) * (middle - overall)
      within += group.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    }
    (numerator, denominator) = (groups.count - 1, count - groups.count)
    f = between / Double(numerator) / (within / Double(denominator))
    p = FDistribution(numerator: Double(numerator), denominator: Double(denominator)).survival(f)
  }
}
