/// The metrics there are. To add one: a file in `Metrics/` and a line here.
package enum Metrics {
  package static let classification: [any ClassificationMetric] = [
    LogLoss(),
    WeightedF1(),
    AUC(),
    Accuracy(),
    BalancedAccuracy(),
  ]

  package static let regression: [any RegressionMetric] = [
    MSE(),
    RMSE(),
    MAE(),
    R2(),
  ]

  package static let all: [any Metric] = classification + regression
}
