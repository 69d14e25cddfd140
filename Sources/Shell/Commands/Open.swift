internal import Tables
internal import Warehouse

extension ShellCommand {
  static let open = ShellCommand(
    "open", "[FORMAT|PICTURE|WAREHOUSE]", takes: 0...1,
    help: "Open the last result, a picture or a warehouse.",
    details: """
      Alone, the last query is run again and opens as CSV in what the desktop has for it, mostly a
      spreadsheet; a FORMAT, such as html, opens as that. The file is a private one, which is removed when
      you leave. A file whose name ends in .svg, .png, .pdf or .html, such as a figure, opens in what the
      desktop has for it. With the path of a warehouse, that one is open from now on, as with .open in sqlite3 and
      DuckDB.
      """,
    example: ".open html", words: [.file]
  ) { repl, words in
    let word = words.first ?? "csv"
    if let format = TableFormat.all.first(where: { $0.name == word }) {
      return try repl.repeatLast(into: repl.viewer(format))
    }
    let path = expandingTilde(in: word)
    if pictures.contains(where: path.lowercased().hasSuffix) {
      guard let opener = try repl.world.outlets.opener(path) else { throw ShellError.noViewer }
      return try repl.note("opened by \(opener)")
    }
    try repl.open(path)
    if repl.world.width() != nil { try repl.note("opened \(repl.store.path)") }
  }
}

/// How the names of files end that the desktop is asked to show.
private let pictures = [".svg", ".png", ".pdf", ".html"]
