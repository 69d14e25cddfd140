import Scoring
import Testing

@Suite struct MetricsTests {
  @Test func `the names are those that results are stored under`() {
    #expect(Metrics.classification.map(\.name) == ["logloss", "f1", "auc", "acc", "balacc"])
    #expect(Metrics.regression.map(\.name) == ["mse", "rmse", "mae", "r2"])
  }

  @Test func `errors and losses are better when lower`() {
    let lower = Metrics.all.filter { $0.direction == .lower }.map(\.name)
    #expect(lower == ["logloss", "mse", "rmse", "mae"])
  }

  @Test func `every metric has a title of its own`() {
    #expect(Set(Metrics.all.map(\.title)).count == Metrics.all.count)
  }
}
