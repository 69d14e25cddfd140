/// Nadeau and Bengio's corrected t test of two learners over resampled folds.
///
/// Scores of folds that share training data are correlated, so that the variance of their mean is
/// (1/n + r) s^2 and not s^2/n, for s^2 the variance of the n differences and r the size of a test
/// set over that of its training set: 1/9 for ten-fold cross-validation, repeated or not.
///
/// ```
/// CorrectedT(first, second, testShare: 0.1)   // each fold tests a tenth of the data
/// ```
///
/// **Edge cases**: where all differences are the same, and for fewer than two, t and p are NaN.
///
/// **Source**: Nadeau and Bengio, Inference for the generalization error, Machine Learning 52
/// (2003); Bouckaert and Frank, Evaluating the replicability of significance tests (2004), for
/// repeated cross-validation.
/// - Complexity: O(n).
package struct CorrectedT: Sendable {
  /// Of the differences first - second.
  package let mean, deviation: Double
  /// The corrected standard error of the mean.
  package let standardError: Double
  package let t: Double
  package let degreesOfFreedom: Int
  package let p: Double

  /// - Parameter testShare: the part of the data that each fold tests, between 0 and 1.
  package init(
    _ first: [Double], _ second: [Double], testShare: Double,
    alternative: Alternative = .twoSided
  ) {
    precondition(testShare > 0 && testShare < 1, "a fold tests a part of the data")
    (mean, deviation) = Differences(first, second).moments
    degreesOfFreedom = first.count - 1
    let correction = 1 / Double(first.count) + testShare / (1 - testShare)
    standardError = deviation * correction.squareRoot()
    t = standardError > 0 ? mean / standardError : .nan
    p = t.isNaN ? .nan : StudentT(degreesOfFreedom: Double(degreesOfFreedom)).p(t, alternative)
  }
}
