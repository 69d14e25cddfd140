internal import Tables

extension ShellCommand {
  static let last = ShellCommand(
    "last", help: "Run the last query again and show every row and column.",
    details: "What does not fit the terminal's width is written as records. .limit holds here too.",
    example: ".last"
  ) { repl, _ in
    guard let sql = repl.lastQuery else { throw ShellError.nothingYet }
    try repl.show(sql, isWhole: true) { $0.recordsWhenWide = true }
  }
}
