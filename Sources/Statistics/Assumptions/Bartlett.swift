import func Glibc.log

/// Bartlett's test of equal variances, for normal values.
///
/// **Shape**: two groups or more, each of two values or more; nil otherwise.
///
/// **Edge cases**: a group without variance beside one with makes the statistic infinite, p 0;
/// without any variance both are NaN.
///
/// **Source**: Bartlett, Properties of sufficiency and statistical tests, Proceedings of the Royal
/// Society A 160 (1937).
/// - Complexity: O(n).
package struct Bartlett: Sendable {
  package let chiSquared: Double
  package let degreesOfFreedom: Int
  package let p: Double

  package init?(_ groups: [[Double]]) {
    let variances = groups.compactMap(variance(of:))
    guard groups.count > 1, variances.count == groups.count else { return nil }
    let freedoms = groups.map { Double($0.count - 1) }
    let all = freedoms.reduce(0, +)
    let pooled = zip(freedoms, variances).reduce(0) { $0 + $1.0 * $1.1 } / all
    let logs = zip(freedoms, variances).reduce(0) { $0 + $1.0 * log($1.1 / pooled) }
    degreesOfFreedom = groups.count - 1
    let correction =
      1 + (freedoms.reduce(0) { $0 + 1 / $1 } - 1 / all) / (3 * Double(degreesOfFreedom))
    chiSquared = -logs / correction
    p = ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).survival(chiSquared)
  }
}
