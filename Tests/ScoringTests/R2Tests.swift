import Scoring
import Testing

@Suite struct R2Tests {
  @Test(arguments: [(0, 0.9681614639077915), (1e6, 0.9681614639084545)])
  func `it agrees with scikit-learn`(offset: Double, expected: Double) throws {
    #expect(agree(try R2().score(try Cases.values(offBy: offset)), expected))
  }

  @Test func `it may be worse than the mean`() throws {
    let predictions = try ValuePredictions(values: Cases.target.map { -$0 }, truth: Cases.target)
    #expect(agree(try R2().score(predictions), -6.812393681051806))
  }

  @Test(arguments: [(2.0, 1.0), (5.0, 0.0)])
  func `a constant target has a value`(last: Double, expected: Double) throws {
    let predictions = try ValuePredictions(values: [2, 2, last], truth: [2, 2, 2])
    #expect(agree(try R2().score(predictions), expected))
  }

  @Test func `one row has no R2`() throws {
    let predictions = try ValuePredictions(values: [1], truth: [1])
    #expect(throws: ScoringError.undefined(metric: "r2", reason: "one test row has no variance")) {
      try R2().score(predictions)
    }
  }
}
