import Testing

@testable import Tables

@Suite struct PivotTests {
  private let long = Table(
    columns: ["framework", "metric", "value"],
    rows: [["tpot", "auc", 0.8], ["h2o", "auc", 0.9], ["tpot", "f1", 0.7], ["rf", .null, 1]])

  @Test func `rows and columns stand in the order they appear`() throws {
    let wide = try long.pivoted(row: "framework", column: "metric", value: "value")
    #expect(
      wide
        == Table(
          columns: ["framework", "auc", "f1", "NULL"],
          rows: [
            ["tpot", 0.8, 0.7, .null], ["h2o", 0.9, .null, .null], ["rf", .null, .null, 1],
          ]))
  }

  @Test func `two values for a cell are an error`() {
    var twice = long
    twice.append(["tpot", "f1", 0.6])
    #expect(throws: TablesError.repeatedCell(row: "tpot", column: "f1")) {
      try twice.pivoted(row: "framework", column: "metric", value: "value")
    }
  }

  @Test func `a NULL that is there still fills its cell`() {
    var twice = long
    twice.append(["h2o", "f1", .null])
    twice.append(["h2o", "f1", 1])
    #expect(throws: TablesError.repeatedCell(row: "h2o", column: "f1")) {
      try twice.pivoted(row: "framework", column: "metric", value: "value")
    }
  }

  @Test func `no rows give no rows and one column`() throws {
    let empty = Table(columns: ["a", "b", "c"])
    #expect(try empty.pivoted(row: "a", column: "b", value: "c") == Table(columns: ["a"]))
  }

  @Test func `an unknown column is named`() {
    #expect(throws: TablesError.noColumn("x", among: long.columns)) {
      try long.pivoted(row: "x", column: "metric", value: "value")
    }
  }
}
