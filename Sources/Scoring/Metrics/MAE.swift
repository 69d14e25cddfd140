/// The mean absolute error, in the target's units.
///
/// **Source**: scikit-learn `mean_absolute_error`.
package struct MAE: RegressionMetric {
  package let name = "mae"
  package let title = "Mean absolute error"
  package let direction = Direction.lower

  package init() {}

  package func score(_ predictions: ValuePredictions) -> Double {
    predictions.mean { abs($0 - $1) }
  }
}
