internal import Tables
internal import Warehouse

extension ShellCommand {
  static let count = ShellCommand(
    "count", "COLUMN [TABLE]", takes: 1...2,
    help: "Count each value of a column, the most frequent first.",
    details: """
      Of a table or view, or else of the last query's result: how often each value is there, its share
      in percent, and a bar. As many values are shown as .rows allows. It runs
      SELECT COLUMN, count(*) FROM TABLE GROUP BY COLUMN ORDER BY count(*) DESC.
      """, example: ".count class results", words: [.column, .relation]
  ) { repl, words in
    let source = try repl.rowSource(words.count > 1 ? words[1] : nil)
    let column = try source.column(words[0])
    try count(column, titled: words[0], of: source, repl)
  }

  /// Shows how often each value of `column`, quoted, is in `source`.
  static func count(
    _ column: String, titled name: String, of source: RowSource, _ repl: REPL
  ) throws {
    let limit = repl.maxRows ?? Int(Int32.max)
    let counts = try repl.table(
      """
      WITH benchdb_counted AS (
        SELECT \(column) AS value, count(*) AS count FROM \(source.sql) GROUP BY 1
      )
      SELECT
        value, count, round(100.0 * count / sum(count) OVER (), 2),
        count(*) OVER (), sum(count) OVER ()
      FROM benchdb_counted
      ORDER BY count DESC, value
      LIMIT \(limit)
      """)
    let rows = counts.rows
    let titles = [name, "count", "percent"]
    guard repl.isReading else {
      try repl.show(Table(columns: titles, rows: rows.map { Array($0.prefix(3)) }))
      return
    }
    let bars = bars(rows.map { ($0[0], $0[1].number ?? 0) }, in: repl)
    let table = Table(
      columns: titles + (bars == nil ? [] : [""]),
      rows: rows.indices.map { place in
        rows[place].prefix(3) + (bars.map { [.text($0[place])] } ?? [])
      })
    try repl.paged(isLong: repl.maxRows == nil) {
      try repl.show(table)
      try repl.note(footer(rows))
    }
  }

  private static func footer(_ rows: [[Value]]) -> String {
    let number = { (column: Int) in Int(rows.first?[column].number ?? 0) }
    let (values, all) = (number(3), number(4))
    let shown = rows.reduce(0) { $0 + Int($1[1].number ?? 0) }
    let rest = values - rows.count
    return rest > 0
      ? "and \(grouped(rest)) more in \(counted(all - shown, "row"))"
      : "\(counted(values, "value")) in \(counted(all, "row"))"
  }
}

/// Bars for labelled amounts, as long as the terminal has room beside them; nil where it has none.
private func bars(_ amounts: [(label: Value, amount: Double)], in repl: REPL) -> [String]? {
  let label = amounts.map { displayWidth(of: $0.label.description ?? "NULL") }.max() ?? 0
  // Beside a label that may be cut: a count, a percentage and the strokes of the grid.
  let room = (repl.world.width() ?? 80) - min(label, 30) - 34
  guard room >= 4 else { return nil }
  let scale = TextScale(
    from: 0, to: amounts.map(\.amount).max() ?? 0, width: min(room, 40),
    unicode: repl.world.unicode)
  return amounts.map { scale.bar($0.amount) }
}
