internal import Tables
internal import Warehouse

extension ShellCommand {
  static let advise = ShellCommand(
    "advise", "[SQL]", takes: 0...1, isVerbatim: true,
    help: "Find indexes that would help SQL, or the last query.",
    details: """
      Indexes on what the query compares, orders and groups by are tried on a copy of the schema in memory,
      with statistics from a sample of each table's rows; those that SQLite's planner takes are printed, as
      CREATE INDEX statements, with the plan now and then. Nothing is made and nothing measured: an index
      costs room and slows imports, so compare .explain -a before and after.
      """,
    example: ".advise SELECT * FROM runs WHERE status = 'failed' ORDER BY duration",
    words: [.statement]
  ) { repl, words in
    let advice = try repl.store.advice(on: try repl.statement(words.first ?? ""))
    try repl.display(repl.text(of: advice))
  }
}

extension REPL {
  fileprivate func text(of advice: IndexAdvice) -> String {
    let colours = world.colours && world.width() != nil
    func tree(_ plan: QueryPlan) -> String { plan.text(unicode: world.unicode, colours: colours) }
    guard !advice.statements.isEmpty else {
      return "no index would help, says SQLite's planner\n" + tree(advice.before)
    }
    let size = grouped(IndexAdvice.sampleSize)
    return """
      \(advice.statements.map { escapingControls(in: $0) }.joined(separator: "\n"))

      now
      \(tree(advice.before))then
      \(tree(advice.after))\
      \(Paint.dim("planned from \(size) rows a table at most, not measured; nothing was made", on: colours))

      """
  }
}
