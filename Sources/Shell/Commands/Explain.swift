internal import Tables
internal import Warehouse

extension ShellCommand {
  static let explain = ShellCommand(
    "explain", "[-a] [SQL]", takes: 0...1, isVerbatim: true,
    help: "Show how SQLite goes about SQL or the last query.",
    details: """
      SCAN reads a whole table, SEARCH goes by an index, USE TEMP B-TREE sorts. With -a the query is run too,
      without showing its rows, and what it took is told; SQLite counts for the whole query, not for each
      step. .advise looks for an index that would help. The SQL behind it: EXPLAIN QUERY PLAN SELECT ...
      """,
    example: ".explain SELECT framework, max(duration) FROM results GROUP BY framework",
    words: [.statement]
  ) { repl, words in
    let text = words.first ?? ""
    let isMeasured = text == "-a" || text.hasPrefix("-a ")
    let sql = try repl.statement(isMeasured ? String(text.dropFirst(2)) : text)
    try repl.display(
      (repl.plan(of: sql, colours: repl.coloursOnTerminal) ?? "it reads no table") + "\n")
    if isMeasured { try repl.display(repl.cost(of: sql) + "\n") }
  }
}

extension REPL {
  /// The SQL that a command was given, else the last query.
  func statement(_ given: String) throws -> String {
    let sql = given.trimmingPrefix { $0.isWhitespace }
    if !sql.isEmpty { return String(sql) }
    guard let last = lastQuery ?? lastStatement else { throw ShellError.nothingYet }
    return last
  }

  /// The plan of `sql` as the terminal shows it, nil where there is nothing to plan.
  func plan(of sql: String, colours: Bool) throws -> String? {
    let plan = try store.plan(of: sql)
    guard !plan.steps.isEmpty else { return nil }
    let text = plan.text(unicode: world.unicode, colours: colours)
    return String(text.dropLast())
  }

  /// Runs `sql` and tells what it took.
  fileprivate func cost(of sql: String) throws -> String {
    let start = world.now()
    do {
      let cost = try store.cost(of: sql, bindings: parameters)
      return "\(counted(cost.rows)) in \(spoken(world.now() - start)): \(cost.description)"
    } catch StoreError.unboundParameter(let name) {
      throw ShellError.unbound(name)
    } catch StoreError.interrupted {
      throw Cancelled(after: world.now() - start, rows: nil)
    }
  }
}
