internal import Tables

extension ShellCommand {
  static let copy = ShellCommand(
    "copy", "[FORMAT]", takes: 0...1, help: "Copy the last result to the clipboard, as TSV.",
    details: """
      TSV pastes into a spreadsheet; markdown, latex, csv and every other format of .mode will do. The query
      is run again, for every row and column. wl-copy, xclip, xsel or pbcopy takes the text; without them
      the terminal does (OSC 52), from afar too, if it allows that and the text is under 74 kB.
      """,
    example: ".copy markdown", words: [.format]
  ) { repl, words in
    let format = try TableFormat.named(words.first ?? "tsv", onTerminal: false)
    try repl.repeatLast(into: .clipboard(of: repl.world, format))
  }
}

extension REPL {
  /// Runs the last query again, all of it, for `receiver` to take; `.mode` and `.output` stay as they are.
  func repeatLast(into receiver: Receiver) throws {
    guard let sql = lastQuery else { throw ShellError.nothingYet }
    let (before, settingsBefore) = (once, settings)
    defer { (once, settings) = (before, settingsBefore) }
    settings.mode = receiver.format?.name ?? "auto"
    settings.records = .off
    once = receiver
    try show(sql)
  }
}
