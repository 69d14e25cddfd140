import Scoring
import Testing

@Suite struct MSETests {
  @Test(arguments: [(0, 0.5587628865979382), (1e6, 0.5587628865864166)])
  func `it agrees with scikit-learn`(offset: Double, expected: Double) throws {
    #expect(agree(MSE().score(try Cases.values(offBy: offset)), expected))
  }

  @Test func `it may be worse than the mean`() throws {
    let predictions = try ValuePredictions(values: Cases.target.map { -$0 }, truth: Cases.target)
    #expect(agree(MSE().score(predictions), 137.10666947191248))
  }

  @Test(arguments: [(2.0, 0.0), (5.0, 3.0)])
  func `a constant target has a value`(last: Double, expected: Double) throws {
    let predictions = try ValuePredictions(values: [2, 2, last], truth: [2, 2, 2])
    #expect(agree(MSE().score(predictions), expected))
  }

  @Test func `one row is enough`() throws {
    let predictions = try ValuePredictions(values: [1], truth: [3])
    #expect(MSE().score(predictions) == 4)
  }
}
