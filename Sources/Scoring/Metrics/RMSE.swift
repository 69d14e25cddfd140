/// The square root of the mean squared error, in the target's units.
///
/// **Source**: scikit-learn `root_mean_squared_error`.
package struct RMSE: RegressionMetric {
  package let name = "rmse"
  package let title = "Root mean squared error"
  package let direction = Direction.lower

  package init() {}

  package func score(_ predictions: ValuePredictions) -> Double {
    MSE().score(predictions).squareRoot()
  }
}
