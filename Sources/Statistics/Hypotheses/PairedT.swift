/// Student's t test of the mean difference of paired values.
///
/// t = mean / (s / sqrt n) with n - 1 degrees of freedom, for s the standard deviation of the
/// differences, which are those of the decimal numbers.
///
/// **Edge cases**: where all differences are the same, and for fewer than two, t, p and the
/// interval are NaN or nil: R refuses such data, scipy divides the rounding error left over.
///
/// **Source**: Student, The probable error of a mean, Biometrika 6 (1908).
/// - Complexity: O(n).
package struct PairedT: Sendable {
  /// Of the differences first - second.
  package let mean, deviation: Double
  package let t: Double
  package let degreesOfFreedom: Int
  package let p: Double

  /// Compares `first` and `second`, paired by position; all values are finite.
  package init(
    _ first: [Double], _ second: [Double], alternative: Alternative = .twoSided
  ) {
    self.init(Differences(first, second), alternative: alternative)
  }

  package init(_ differences: Differences, alternative: Alternative = .twoSided) {
    (mean, deviation) = differences.moments
    degreesOfFreedom = differences.multiples.count - 1
    t = deviation > 0 ? mean / deviation * Double(degreesOfFreedom + 1).squareRoot() : .nan
    p = t.isNaN ? .nan : StudentT(degreesOfFreedom: Double(degreesOfFreedom)).p(t, alternative)
  }

  /// The two-sided confidence interval of the mean difference; nil where t is NaN.
  package func interval(confidence: Double = 0.95) -> ClosedRange<Double>? {
    guard !t.isNaN else { return nil }
    let student = StudentT(degreesOfFreedom: Double(degreesOfFreedom))
    let error = deviation / Double(degreesOfFreedom + 1).squareRoot()
    let reach = student.quantile(upperTail: (1 - confidence) / 2) * error
    return mean - reach...mean + reach
  }
}

extension PairedT: Hypothesis {
  package static let name = "t"
  package static let title = "Paired t test of all pairs, adjusted by Holm"
  package static let help = """
    Which pairs of frameworks differ in mean score: Student's paired t test, adjusted over all \
    pairs by Holm. It wants differences near a normal distribution in one unit on all datasets, \
    which scores seldom are: holm needs neither.
    """
  package static let reference = """
    Student, The probable error of a mean, Biometrika 6 (1908)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    return try PostHoc(blocks, .t, .holm).finding(on: blocks, alpha: alpha)
  }
}
