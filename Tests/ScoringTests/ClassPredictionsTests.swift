import Scoring
import Testing

@Suite struct ClassPredictionsTests {
  struct Refused: Sendable {
    var classes = ["a", "b"]
    var probabilities: [[Double]]
    var truth = ["a", "b"]
    var error: ScoringError
  }

  @Test(arguments: [
    Refused(probabilities: [], truth: [], error: .noRows),
    Refused(probabilities: [[1, 0]], error: .rowCount(1, expected: 2)),
    Refused(
      probabilities: [[1, 0], [0.2, 0.3, 0.5]], error: .classCount(row: 2, 3, expected: 2)),
    Refused(classes: ["a", "a"], probabilities: [[1, 0], [1, 0]], error: .repeatedClass("a")),
    Refused(probabilities: [[1, 0], [.infinity, 0]], error: .notFinite(row: 2)),
    Refused(probabilities: [[1.5, -0.5], [1, 0]], error: .notProbability(row: 1, 1.5)),
    Refused(probabilities: [[0.5, 0.25], [1, 0]], error: .notSummingToOne(row: 1, 0.75)),
    Refused(classes: [], probabilities: [[], []], error: .notSummingToOne(row: 1, 0)),
  ])
  func `what cannot be probabilities is refused`(refused: Refused) {
    #expect(throws: refused.error) {
      try ClassPredictions(
        classes: refused.classes, probabilities: refused.probabilities, truth: refused.truth)
    }
  }

  @Test func `NaN is refused`() {
    #expect(throws: ScoringError.notFinite(row: 1)) {
      try ClassPredictions(classes: ["a", "b"], probabilities: [[.nan, 1]], truth: ["a"])
    }
  }

  @Test func `rounding is no offence`() throws {
    let predictions = try ClassPredictions(
      classes: ["a", "b"], probabilities: [[1.000_001, 0]], truth: ["a"])
    #expect(predictions.labels == [0])
  }

  @Test func `classes keep their order and unseen ones follow`() throws {
    let predictions = try ClassPredictions(
      classes: ["z", "b"], probabilities: [[0.5, 0.5], [0, 1], [1, 0]], truth: ["y", "b", "c"])
    #expect(predictions.classes == ["z", "b", "c", "y"])
    #expect(predictions.truth == [3, 1, 2])
    #expect(predictions[row: 0] == [0.5, 0.5, 0, 0])
    #expect(predictions.labels == [0, 1, 0])
  }
}
