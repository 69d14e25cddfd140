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
    guard predictions.truth.count > 1 else {
      throw .undefined(metric: name, reason: "one test row has no variance")
    }
    let mean = predictions.mean { truth, _ in truth }
    let total = predictions.mean { truth, _ in (truth - mean) * (truth - mean) }
    let unexplained = MSE().score(predictions)
    let isConstant = predictions.truth.allSatisfy { $0 == predictions.truth[0] }
    guard total > 0, !isConstant else { return unexplained == 0 ? 1 : 0 }
    return 1 - unexplained / total
  }
}
