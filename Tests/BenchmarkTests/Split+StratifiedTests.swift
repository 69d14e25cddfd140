import Benchmark
import Testing

/// Numbers: `train_test_split(range(n), test_size=0.3, random_state=seed, stratify=classes)` of
/// scikit-learn 1.9.1 with numpy 2.4, and of 1.2.1 with 1.24, which agree.
@Suite struct StratifiedSplitTests {
  struct Case: Sendable {
    var classes: [Int]
    var seed: UInt32
    var firstTrained: [Int]
    var firstTested: [Int]
    /// The sum of place (from 1) times row.
    var trainedOrder: Int
    var testedOrder: Int
  }

  @Test(arguments: [
    Case(
      classes: (0..<150).map { $0 % 3 }, seed: 0,
      firstTrained: [134, 53, 47, 66, 84, 114, 22, 35],
      firstTested: [110, 128, 117, 132, 1, 69, 121, 149], trainedOrder: 422_109,
      testedOrder: 67_625),
    Case(
      classes: (0..<97).map { $0 % 7 > 0 ? 0 : 1 + ($0 / 7) % 3 }, seed: 42,
      firstTrained: [78, 10, 43, 95, 79, 46, 1, 89], firstTested: [2, 34, 27, 61, 69, 60, 93, 29],
      trainedOrder: 99_051, testedOrder: 28_913),
    Case(
      classes: (0..<23).map { $0 % 5 }, seed: 7, firstTrained: [7, 5, 21, 0, 2, 8, 14, 10],
      firstTested: [6, 3, 20, 1, 15, 12, 19], trainedOrder: 1699, testedOrder: 356),
    Case(
      classes: (0..<1000).map { ($0 * $0 + $0 / 3) % 2 }, seed: 75,
      firstTrained: [742, 206, 479, 63, 845, 84, 293, 9],
      firstTested: [44, 630, 711, 778, 6, 219, 237, 511], trainedOrder: 122_138_009,
      testedOrder: 23_438_753),
    Case(
      classes: [0, 0, 1, 1], seed: 1, firstTrained: [2, 0], firstTested: [3, 1], trainedOrder: 2,
      testedOrder: 5),
    Case(
      classes: (0..<333).map { ($0 * 37) % 11 }, seed: 968,
      firstTrained: [93, 109, 258, 107, 41, 55, 260, 231],
      firstTested: [161, 315, 218, 322, 239, 76, 221, 38], trainedOrder: 4_475_331,
      testedOrder: 746_604),
  ])
  func `a stratified hold-out is scikit-learn's, row for row`(expected: Case) throws {
    let split = try Split.stratifiedHoldOut(
      from: Array(expected.classes.indices), classes: expected.classes, seed: expected.seed)
    #expect(split.train.starts(with: expected.firstTrained))
    #expect(split.test.starts(with: expected.firstTested))
    #expect(order(split.train) == expected.trainedOrder)
    #expect(order(split.test) == expected.testedOrder)
    #expect((split.train + split.test).sorted() == Array(expected.classes.indices))
  }

  @Test func `rows left out beforehand are never drawn`() throws {
    let rows = stride(from: 1, to: 60, by: 3).map(\.self)
    let split = try Split.stratifiedHoldOut(from: rows, classes: rows.map { $0 % 2 }, seed: 5)
    #expect((split.train + split.test).sorted() == rows)
  }

  @Test(arguments: [[0, 0, 0, 1], [0, 1, 2, 0, 1, 2]])
  func `a class needs two rows, and every class a row on both sides`(classes: [Int]) {
    let fewest = Set(classes).map { label in classes.count { $0 == label } }.min() ?? 0
    #expect(
      throws: BenchmarkError.notStratifiable(
        rows: classes.count, classes: Set(classes).count, fewest: fewest)
    ) {
      try Split.stratifiedHoldOut(from: Array(classes.indices), classes: classes, seed: 0)
    }
  }

  @Test func `without a row there is no split`() {
    #expect(throws: BenchmarkError.tooFewRows(0)) {
      try Split.stratifiedHoldOut(from: [], classes: [], seed: 0)
    }
  }

  private func order(_ rows: [Int]) -> Int {
    rows.enumerated().reduce(0) { $0 + ($1.offset + 1) * $1.element }
  }
}
