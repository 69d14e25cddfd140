/// The mean squared error, in the square of the target's units.
///
/// **Source**: scikit-learn `mean_squared_error`.
package struct MSE: RegressionMetric {
  package let name = "mse"
  package let title = "Mean squared error"
  package let direction = Direction.lower

  package init() {}

  package func score(_ predictions: ValuePredictions) -> Double {
    predictions.mean { ($0 - $1) * ($0 - $1) }
  }
}
