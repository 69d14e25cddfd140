import Scoring
import Testing

@Suite struct RMSETests {
  @Test(arguments: [(0, 0.7475044391827638), (1e6, 0.747504439175057)])
  func `it agrees with scikit-learn`(offset: Double, expected: Double) throws {
    #expect(agree(RMSE().score(try Cases.values(offBy: offset)), expected))
  }

  @Test func `it may be worse than the mean`() throws {
    let predictions = try ValuePredictions(values: Cases.target.map { -$0 }, truth: Cases.target)
    #expect(agree(RMSE().score(predictions), 11.709255718102346))
  }

  @Test(arguments: [(2.0, 0.0), (5.0, 1.7320508075688772)])
  func `a constant target has a value`(last: Double, expected: Double) throws {
    let predictions = try ValuePredictions(values: [2, 2, last], truth: [2, 2, 2])
    #expect(agree(RMSE().score(predictions), expected))
  }

  @Test func `one row is enough`() throws {
    let predictions = try ValuePredictions(values: [1], truth: [3])
    #expect(RMSE().score(predictions) == 2)
  }
}
