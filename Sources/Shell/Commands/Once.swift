internal import Tables

extension ShellCommand {
  static let once = ShellCommand(
    "once", "[-f] FILE or | COMMAND or -e or -x", takes: 1...1, isVerbatim: true,
    help: "Write the next result to a file or command, or open it.",
    details: """
      A file appears when the result is whole; one that exists is not replaced without -f. While .mode is
      auto, the ending of its name chooses the format. -e opens the result in your editor, -x as CSV in
      what the desktop has for it, mostly a spreadsheet.
      """,
    example: ".once -f /tmp/leaderboard.csv", words: [.file]
  ) { repl, words in
    let text = words[0]
    // One that no result followed; its file is left as it was.
    try repl.endOnce(isWhole: false)
    repl.once =
      switch text {
      case "-e": try repl.editor()
      case "-x": repl.viewer(.csv)
      default: try repl.outlet(text, growing: false)
      }
  }
}

extension REPL {
  /// The person's editor, as what takes one result: in the format of `.mode`, else as a plain table.
  fileprivate func editor() throws -> Receiver {
    guard let edit = world.outlets.editor else { throw ShellError.noEditor }
    let format =
      try settings.mode == "auto" ? .table : TableFormat.named(settings.mode, onTerminal: false)
    return .collecting("the editor", format: format) {
      try edit($0, format.ending)
      return "shown in the editor"
    }
  }

  /// The desktop's program for files of a format, as what takes one result.
  func viewer(_ format: TableFormat) -> Receiver {
    .collecting("the desktop", format: format) { [world] text in
      guard let opener = try world.outlets.viewer(text, format.ending) else {
        throw ShellError.noViewer
      }
      return "opened by \(opener)"
    }
  }
}
