internal import Tables
internal import Warehouse

extension ShellCommand {
  static let open = ShellCommand(
    "open", "[FORMAT|WAREHOUSE]", takes: 0...1,
    help: "Open the last result in a spreadsheet, or a warehouse.",
    details: """
      Alone, the last query is run again and opens as CSV in what the desktop has for it, mostly a
      spreadsheet; a FORMAT, such as html, opens as that. The file is a private one, which is removed when
      you leave. With the path of a warehouse, that one is open from now on, as with .open in sqlite3 and
      DuckDB.
      """,
    example: ".open html", words: [.file]
  ) { repl, words in
    let word = words.first ?? "csv"
    if let format = TableFormat.all.first(where: { $0.name == word }) {
      return try repl.repeatLast(into: repl.viewer(format))
    }
    try repl.open(expandingTilde(in: word))
    if repl.world.width() != nil { try repl.note("opened \(repl.store.path)") }
  }
}
