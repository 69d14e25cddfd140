/// The share of the target's variance that the predictions explain; negative when they do worse than
/// the mean of the test.
///
/// **Edge cases**: undefined for one row; for a constant target 1 when every prediction is exact,
/// else 0. **Source**: scikit-learn `r2_score`.
package struct R2: RegressionMetric {
  package let name = "r2"
  package let title = "R²"
  package let direction = Direction.higher

  package init() {}

  package func score(_ predictions: ValuePredictions) throws(ScoringError) -> Double {
    let truth = predictions.truth
    guard truth.count > 1 else {
      throw .undefined(metric: name, reason: "one test row has no variance")
    }
    let mean = truth.reduce(0, +) / Double(truth.count)
    let total = truth.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let unexplained = predictions.residuals.reduce(0) { $0 + $1 * $1 }
    guard total > 0 else { return unexplained == 0 ? 1 : 0 }
    return 1 - unexplained / total
  }
}
