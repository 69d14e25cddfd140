import Benchmark
import Testing

/// Numbers: scikit-learn 1.2.1's `train_test_split(range(n), test_size=0.3, random_state=seed)`.
@Suite struct SplitTests {
  struct Case: Sendable {
    var rows: Int
    var seed: UInt32
    var tested: Int
    var firstTested: [Int]
    var sumTested: Int
    var firstTrained: [Int]
    /// The sum of place (from 1) times row over the training rows, modulo 1,000,003.
    var trainedOrder: Int
  }

  @Test(arguments: [
    Case(
      rows: 2, seed: 0, tested: 1, firstTested: [1], sumTested: 1, firstTrained: [0],
      trainedOrder: 0),
    Case(
      rows: 3, seed: 5, tested: 1, firstTested: [0], sumTested: 0, firstTrained: [1, 2],
      trainedOrder: 5),
    Case(
      rows: 4, seed: 7, tested: 2, firstTested: [2, 1], sumTested: 3, firstTrained: [0, 3],
      trainedOrder: 6),
    Case(
      rows: 10, seed: 75, tested: 3, firstTested: [6, 4, 7], sumTested: 17,
      firstTrained: [2, 5, 9, 1, 3], trainedOrder: 114),
    Case(
      rows: 150, seed: 0, tested: 45, firstTested: [114, 62, 33, 107, 7, 100, 40, 86],
      sumTested: 3092, firstTrained: [60, 116, 144, 119, 108], trainedOrder: 407_990),
    Case(
      rows: 1000, seed: 42, tested: 300, firstTested: [521, 737, 740, 660, 411, 678, 626, 513],
      sumTested: 149_625, firstTrained: [541, 440, 482, 422, 778], trainedOrder: 753_660),
    Case(
      rows: 20190, seed: 741, tested: 6057, firstTested: [9419, 2363, 4774, 11480, 7295, 15259],
      sumTested: 61_189_465, firstTrained: [8505, 9355, 8473, 2737, 19660], trainedOrder: 556_852),
  ])
  func `a hold-out is scikit-learn's, row for row`(expected: Case) throws {
    let split = try Split.holdOut(from: Array(0..<expected.rows), seed: expected.seed)
    #expect(split.test.count == expected.tested)
    #expect(split.test.starts(with: expected.firstTested))
    #expect(split.test.reduce(0, +) == expected.sumTested)
    #expect(split.train.starts(with: expected.firstTrained))
    let order = split.train.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
    #expect(order % 1_000_003 == expected.trainedOrder)
  }

  @Test func `rows left out beforehand are never drawn`() throws {
    let split = try Split.holdOut(from: [1, 3, 5, 7, 9, 11, 13, 15, 17, 19], seed: 75)
    #expect(split.test == [13, 9, 15])
    #expect((split.train + split.test).sorted() == [1, 3, 5, 7, 9, 11, 13, 15, 17, 19])
  }

  @Test(arguments: [0, 1]) func `one row cannot both train and test`(count: Int) {
    #expect(throws: BenchmarkError.tooFewRows(count)) {
      try Split.holdOut(from: Array(0..<count), seed: 0)
    }
  }
}
