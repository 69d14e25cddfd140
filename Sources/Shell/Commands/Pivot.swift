internal import SQLSyntax
internal import Tables
internal import Warehouse

extension ShellCommand {
  static let pivot = ShellCommand(
    "pivot", "ROW COLUMN VALUE [AGGREGATE]", takes: 3...4,
    help: "Show the last result as a crosstab.",
    details: """
      A row for each value of ROW, a column for each of COLUMN, both in the order in which they first
      appear, and in each cell VALUE. Where several fall into one cell it holds their mean, which is said,
      or the AGGREGATE asked for: mean, median, min, max, sum or count. psql's \\crosstabview does the same. It runs the last query again as
      SELECT ROW, avg(VALUE) FILTER (WHERE COLUMN = ...) AS ... FROM (...) GROUP BY ROW.
      """, example: ".pivot dataset framework auc",
    words: [.column, .column, .column, .choice(aggregates.map(\.name))]
  ) { repl, words in
    let source = try repl.rowSource(nil)
    let (row, column) = (try source.column(words[0]), try source.column(words[1]))
    let value = try source.column(words[2])
    guard let aggregate = aggregates.first(where: { $0.name == words.dropFirst(3).first ?? "mean" })
    else { throw WrongWords() }
    let numbered = """
      WITH benchdb_numbered AS (
        SELECT \(row) AS row, \(column) AS key, \(value) AS value, row_number() OVER () AS position
        FROM \(source.sql)
      )
      """
    let keys = try repl.table(
      numbered + "SELECT key FROM benchdb_numbered GROUP BY key ORDER BY min(position)"
    ).rows.map { $0[0] }
    guard keys.count <= widest else {
      throw ShellError.tooWide(words[1], columns: keys.count, limit: widest)
    }
    let isAsked = words.count > 3
    let most = try isAsked ? 1 : fullestCell(numbered, of: words[2], repl)
    let function = most > 1 || isAsked ? aggregate.function : "max"
    let cells = keys.indices.map {
      "\(function)(value) FILTER (WHERE key IS :k\($0)) AS \(sqlName(keys[$0].description ?? "NULL"))"
    }
    try repl.show(
      """
      \(numbered)
      SELECT \((["row AS \(row)"] + cells).joined(separator: ",\n  "))
      FROM benchdb_numbered
      GROUP BY row
      ORDER BY min(position)
      """,
      bindings: Dictionary(uniqueKeysWithValues: keys.indices.map { ("k\($0)", keys[$0]) }),
      isWhole: true)
    if most > 1 {
      try repl.note("mean of up to \(grouped(most)) values a cell; \(others) can be asked for")
    }
  }
}

private let aggregates: [(name: String, function: String)] = [
  ("mean", "avg"), ("median", "median"), ("min", "min"), ("max", "max"), ("sum", "sum"),
  ("count", "count"),
]

private let others = "median, min, max, sum, count"

/// Columns that a crosstab has at most; SQLite sets a limit too, and readers do.
private let widest = 200

/// How many values the fullest cell has.
///
/// - Throws: `ShellError.repeatedCells` if that is more than one and they are not all numbers.
private func fullestCell(_ numbered: String, of value: String, _ repl: REPL) throws -> Int {
  let row = try repl.row(
    """
    \(numbered), benchdb_cells AS (
      SELECT count(value) AS number, sum(typeof(value) IN ('text', 'blob')) AS texts
      FROM benchdb_numbered
      GROUP BY row, key
    )
    SELECT max(number), max(texts) FROM benchdb_cells
    """)
  let most = Int(row[0].number ?? 0)
  guard most <= 1 || row[1] == 0 else { throw ShellError.repeatedCells(value) }
  return most
}
