/// The Bayesian correlated t test of two learners over resampled folds: the posterior of their mean
/// difference on one dataset.
///
/// It is Student's t about the mean difference, with the scale of ``CorrectedT``, n - 1 degrees of
/// freedom and a flat prior.
///
/// ```
/// CorrelatedT(first, second, testShare: 0.1).probabilities(rope: 0.01).first
/// ```
///
/// **Edge cases**: where all differences are the same the posterior is that point; on the edge of
/// the rope it counts half to either side. Fewer than two folds have no posterior: NaN.
///
/// **Source**: Corani and Benavoli, A Bayesian approach for comparing cross-validated algorithms on
/// multiple data sets, Machine Learning 100 (2015). baycomp agrees for one run of cross-validation.
/// - Complexity: O(n).
package struct CorrelatedT: Sendable {
  /// Of first - second.
  package let mean: Double
  package let scale: Double
  package let degreesOfFreedom: Int

  /// - Parameter testShare: the part of the data that each fold tests, between 0 and 1.
  package init(_ first: [Double], _ second: [Double], testShare: Double) {
    let test = CorrectedT(first, second, testShare: testShare)
    (mean, scale) = (test.mean, test.standardError)
    degreesOfFreedom = test.degreesOfFreedom
  }

  /// The probabilities of a difference above `rope`, within it, and below; the first is better
  /// where higher scores are.
  package func probabilities(rope: Double = 0) -> Posterior {
    precondition(rope >= 0, "a rope has a width from 0")
    guard !scale.isNaN else { return Posterior(first: .nan, rope: .nan, second: .nan) }
    let (first, second) = (above(rope), below(-rope))
    return Posterior(first: first, rope: rope == 0 ? 0 : 1 - first - second, second: second)
  }

  /// The density of the posterior at a difference, for a plot.
  package func density(_ difference: Double) -> Double {
    student.density((difference - mean) / scale) / scale
  }

  private var student: StudentT { StudentT(degreesOfFreedom: Double(degreesOfFreedom)) }

  private func above(_ bound: Double) -> Double {
    guard scale > 0 else { return mean > bound ? 1 : mean == bound ? 0.5 : 0 }
    return student.survival((bound - mean) / scale)
  }

  private func below(_ bound: Double) -> Double {
    guard scale > 0 else { return mean < bound ? 1 : mean == bound ? 0.5 : 0 }
    return student.survival((mean - bound) / scale)
  }
}
