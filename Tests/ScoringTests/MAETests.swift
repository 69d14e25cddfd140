import Scoring
import Testing

@Suite struct MAETests {
  @Test(arguments: [(0, 0.6453608247422681), (1e6, 0.6453608247336269)])
  func `it agrees with scikit-learn`(offset: Double, expected: Double) throws {
    #expect(agree(MAE().score(try Cases.values(offBy: offset)), expected))
  }

  @Test func `it may be worse than the mean`() throws {
    let predictions = try ValuePredictions(values: Cases.target.map { -$0 }, truth: Cases.target)
    #expect(agree(MAE().score(predictions), 9.540500736377025))
  }

  @Test(arguments: [(2.0, 0.0), (5.0, 1.0)])
  func `a constant target has a value`(last: Double, expected: Double) throws {
    let predictions = try ValuePredictions(values: [2, 2, last], truth: [2, 2, 2])
    #expect(agree(MAE().score(predictions), expected))
  }

  @Test func `one row is enough`() throws {
    let predictions = try ValuePredictions(values: [1], truth: [3])
    #expect(MAE().score(predictions) == 2)
  }
}
