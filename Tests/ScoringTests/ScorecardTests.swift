import Scoring
import Testing

@Suite struct ScorecardTests {
  @Test func `what has no value is said, the rest is scored`() {
    let card = Scorecard(of: Cases.oneClassInTest)
    #expect(card.entries.map(\.metric) == ["logloss", "f1", "acc", "balacc"])
    #expect(
      card.undefined.map(\.description) == ["auc is undefined: no test row has class \"1\""])
  }

  @Test func `a value beyond every finite number is none`() throws {
    let card = Scorecard(of: try ValuePredictions(values: [1e300, 0], truth: [0, 1]))
    #expect(card.entries.map(\.metric) == ["mae"])
    #expect(
      card.undefined.first?.description
        == "mse is undefined: its value exceeds every finite number")
  }

  @Test func `regression has four scores`() throws {
    let card = Scorecard(of: try ValuePredictions(values: [1, 2], truth: [1, 3]))
    #expect(card.entries.map(\.metric) == ["mse", "rmse", "mae", "r2"])
    #expect(card.entries.map(\.value) == [0.5, 0.5.squareRoot(), 0.5, 0.5])
    #expect(card.undefined.isEmpty)
  }
}
