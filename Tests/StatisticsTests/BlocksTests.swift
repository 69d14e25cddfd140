import Statistics
import Tables
import Testing

struct BlocksTests {
  private func read(_ rows: [[Value]]) throws -> Blocks {
    try Blocks(
      Table(columns: ["dataset", "framework", "auc"], rows: rows),
      block: "dataset", treatment: "framework", value: "auc", better: .higher)
  }

  @Test func `a long table becomes rows of blocks and columns of treatments`() throws {
    let blocks = try read([
      ["iris", "tpot", 0.9], ["iris", "h2o", 0.8], ["adult", "h2o", 0.7], ["adult", "tpot", 1],
    ])
    #expect(blocks.names == ["adult", "iris"])
    #expect(blocks.treatments == ["h2o", "tpot"])
    #expect(blocks.rows == [[0.7, 1], [0.8, 0.9]])
    #expect(blocks.values(of: 1) == [1, 0.9])
    #expect(blocks.incomplete.isEmpty)
  }

  @Test func `the order of rows changes nothing`() throws {
    let rows: [[Value]] = [[3, "a", 1], [20, "a", 2], [3, "b", 3], [20, "b", 4], [7, "a", 5]]
    #expect(try read(rows) == read(rows.reversed()))
    #expect(try read(rows).names == ["20", "3"])
  }

  @Test func `a block that lacks a treatment is left out and named`() throws {
    let blocks = try read([
      ["d1", "a", 1], ["d1", "b", nil], ["d2", "a", 1], ["d2", "b", 2],
      ["d3", "b", .real(.nan)],
    ])
    #expect(blocks.names == ["d2"])
    #expect(blocks.incomplete.map(\.name) == ["d1", "d3"])
    #expect(blocks.incomplete.map(\.missing) == [["b"], ["a", "b"]])
  }

  @Test func `no rows make no blocks`() throws {
    let blocks = try read([])
    #expect(blocks.names.isEmpty && blocks.treatments.isEmpty && blocks.rows.isEmpty)
  }

  @Test func `a second value for a block and treatment is an error`() {
    #expect(throws: StatisticsError.duplicate(block: "d1", treatment: "a")) {
      try read([["d1", "a", 1], ["d1", "a", 1]])
    }
    #expect(throws: StatisticsError.duplicate(block: "d1", treatment: "a")) {
      try read([["d1", "a", nil], ["d1", "a", 1]])
    }
  }

  @Test func `values that are no finite numbers are errors`() {
    #expect(throws: StatisticsError.infinite(block: "d1", treatment: "a")) {
      try read([["d1", "a", .real(-.infinity)]])
    }
    #expect(throws: StatisticsError.notANumber("0.5", column: "auc", row: 1)) {
      try read([["d1", "a", "0.5"]])
    }
    #expect(throws: StatisticsError.unnamed(column: "dataset", row: 2)) {
      try read([["d1", "a", 1], [nil, "a", 1]])
    }
  }

  @Test func `an unknown column is an error`() {
    let table = Table(columns: ["dataset", "framework", "auc"])
    #expect(
      throws: StatisticsError.table(.noColumn("f1", among: ["dataset", "framework", "auc"]))
    ) {
      try Blocks(
        table, block: "dataset", treatment: "framework", value: "f1", better: .higher)
    }
  }
}
