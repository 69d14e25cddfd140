import Scoring
import Testing

@Suite struct ValuePredictionsTests {
  @Test func `what cannot be scored is refused`() {
    #expect(throws: ScoringError.noRows) { try ValuePredictions(values: [], truth: []) }
    #expect(throws: ScoringError.rowCount(1, expected: 2)) {
      try ValuePredictions(values: [1], truth: [1, 2])
    }
    #expect(throws: ScoringError.notFinite(row: 2)) {
      try ValuePredictions(values: [1, .nan], truth: [1, 2])
    }
  }

  @Test func `residuals are true minus predicted`() throws {
    #expect(try ValuePredictions(values: [1, 5], truth: [2, 2]).residuals == [1, -3])
  }
}
