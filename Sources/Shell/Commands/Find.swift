internal import SQLSyntax
internal import Tables
internal import Warehouse

extension ShellCommand {
  static let find = ShellCommand(
    "find", "TEXT [TABLE]", takes: 1...2, help: "Find a text in every text column of every table.",
    details: """
      Case does not matter. Each place is shown with its table, column, row number and what stands \
      around the text, as soon as it is found; no more than five of a column, unless a table or view is \
      named. It runs SELECT rowid, COLUMN FROM TABLE WHERE COLUMN LIKE '%TEXT%' for each; Ctrl-C ends it.
      """, example: ".find timeout failures", words: [.other, .relation]
  ) { repl, words in
    let catalog = try Catalog(of: repl.store)
    let named = try words.dropFirst().first.map { try catalog.relation($0) }
    let rowNumbers = try repl.rowNumbers()
    let relations = named.map { [$0] } ?? catalog.relations.filter { rowNumbers[$0.name] != nil }
    let parts = relations.flatMap { relation in
      relation.columns.filter(\.mayHoldText).map { column in
        places(
          of: column.name, in: relation.name, row: rowNumbers[relation.name] ?? "NULL",
          limit: named == nil ? 5 : -1)
      }
    }
    guard !parts.isEmpty else { return try repl.note("no text columns") }
    let pattern = words[0].replacing(/[\\%_]/) { "\\" + $0.output }
    try repl.show(
      union(of: parts),
      bindings: ["text": .text(words[0]), "pattern": .text("%" + pattern + "%")], isWhole: true)
  }
}

/// The rows of all `parts`, one after another.
///
/// SQLite takes 500 parts at most; of more, batches of them are the parts.
private func union(of parts: [String]) -> String {
  let batches = parts.batches(of: 400).map { $0.joined(separator: "\nUNION ALL\n") }
  return batches.count == 1
    ? batches[0] : union(of: batches.map { "SELECT * FROM (\n\($0)\n)" })
}

/// The SELECT of the places in one column, with `:text` and its `:pattern` to be bound.
private func places(of column: String, in table: String, row: String, limit: Int) -> String {
  let name = sqlName(column)
  // A few words before the text and some behind it.
  return """
    SELECT * FROM (
      SELECT
        \(sqlString(table)) AS "table", \(sqlString(column)) AS "column", "row",
        iif(at > 25, '..', '') || substr(value, max(1, at - 24), 100)
          || iif(length(value) > max(1, at - 24) + 99, '..', '') AS text
      FROM (
        SELECT \(row) AS "row", \(name) AS value, instr(lower(\(name)), lower(:text)) AS at
        FROM \(sqlName(table)) WHERE \(name) LIKE :pattern ESCAPE '\\'
      )
      LIMIT \(limit)
    )
    """
}

extension Catalog.Column {
  fileprivate var mayHoldText: Bool {
    !["INT", "REAL", "FLOA", "DOUB", "NUM", "BLOB"].contains { type.contains($0) }
  }
}

extension REPL {
  /// What tells the rows of each table apart, as SQL: their numbers, or the key where they have none.
  /// Views, and tables that only index others, are not among them.
  fileprivate func rowNumbers() throws -> [String: String] {
    let keys = try table(
      """
      SELECT list.name, list.wr, "column".name
      FROM pragma_table_list AS list
      JOIN pragma_table_info(list.name) AS "column"
      WHERE list.schema = 'main' AND list.type = 'table'
        AND ("column".pk > 0 OR NOT list.wr)
      ORDER BY list.name, "column".pk
      """)
    var numbers: [String: String] = [:]
    for row in keys.rows {
      guard let table = row[0].string, let column = row[2].string else { continue }
      let key = numbers[table].map { "\($0) || ', ' || \(sqlName(column))" } ?? sqlName(column)
      numbers[table] = row[1] == 1 ? key : "rowid"
    }
    return numbers
  }
}
