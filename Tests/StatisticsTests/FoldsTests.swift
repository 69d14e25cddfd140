import Statistics
import Tables
import Testing

struct FoldsTests {
  private func table(_ rows: [[Value]], _ more: [String] = ["fold"]) -> Table {
    Table(columns: ["dataset", "framework", "value"] + more, rows: rows)
  }

  private func folds(_ table: Table, better: Direction = .higher) throws -> Folds {
    try Folds(
      table, block: "dataset", treatment: "framework", value: "value", better: better)
  }

  private static let rows: [[Value]] = [
    ["x", "b", 0.7, 1], ["x", "a", 0.8, 1], ["x", "a", 0.9, 2], ["x", "b", 0.6, 2],
    ["x", "a", 0.5, 3], ["x", "b", .null, 3], ["y", "a", 0.5, 1], ["y", "b", 0.4, 1],
  ].map { row in row.map { $0 as Value } }

  @Test func `folds are paired by name, and a missing one is no pair`() throws {
    let folds = try folds(table(Self.rows))
    #expect(folds.treatments == ["a", "b"])
    #expect(
      folds.pairs(0, 1) == [
        FoldPairs(dataset: "x", first: [0.8, 0.9], second: [0.7, 0.6], testShare: 1.0 / 3)
      ])
    let losses = try self.folds(table(Self.rows), better: .lower).pairs(0, 1)
    #expect(losses[0].first == [0.7, 0.6])
  }

  @Test func `seeds tell folds too, and the part tested can be said`() throws {
    let rows: [[Value]] = [1, 2].flatMap { (seed: Int64) in
      ["a", "b"].map { ["x", .text($0), .real(0.5), .integer(seed), 0, 0.3] }
    }
    let folds = try folds(table(rows, ["seed", "fold", "test_share"]))
    #expect(folds.pairs(0, 1).map(\.testShare) == [0.3])
    #expect(folds.pairs(0, 1)[0].first.count == 2)
  }

  @Test func `what cannot be read is an error`() throws {
    #expect(throws: StatisticsError.self) { try folds(table([["x", "a", 1]], [])) }
    #expect(throws: StatisticsError.notANumber("no", column: "value", row: 1)) {
      try folds(table([["x", "a", "no", 1]]))
    }
    #expect(throws: StatisticsError.duplicate(block: "x, fold 1", treatment: "a")) {
      try folds(table([["x", "a", 1, 1], ["x", "a", 2, 1]]))
    }
    #expect(throws: StatisticsError.testShare(1.5, block: "x")) {
      try folds(table([["x", "a", 1, 1, 1.5]], ["fold", "test_share"]))
    }
    #expect(throws: StatisticsError.infinite(block: "x", treatment: "a")) {
      try folds(table([["x", "a", .real(.infinity), 1]]))
    }
  }
}
