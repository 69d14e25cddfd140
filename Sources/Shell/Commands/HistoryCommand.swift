internal import Tables

extension ShellCommand {
  static let history = ShellCommand(
    "history", "[N|TEXT|clear]", takes: 0...1, isVerbatim: true,
    help: "List what was typed: the last 20, N, or what has a TEXT.",
    details: "Ctrl-R searches while typing. .history clear forgets it all, in the file too.",
    example: ".history leaderboard"
  ) { repl, words in
    let entries = Array(zip(1..., repl.history.entries))
    switch words.first {
    case "clear": repl.history.clear()
    case nil: try repl.list(entries.suffix(20))
    case let word?:
      if let count = Int(word) {
        guard count > 0 else { throw WrongWords() }
        return try repl.list(entries.suffix(count))
      }
      let text = word.lowercased()
      try repl.list(entries.filter { $0.1.lowercased().contains(text) }[...])
    }
  }
}

extension REPL {
  /// Entries with their numbers; the lines of one stand below each other.
  fileprivate func list(_ entries: ArraySlice<(Int, String)>) throws {
    let width = String(entries.last?.0 ?? 0).count
    for (number, entry) in entries {
      let margin = padded(String(number), to: width, right: true) + "  "
      let text = escapingControls(in: entry, keeping: ["\n", "\t"])
        .replacing("\n", with: "\n" + String(repeating: " ", count: width + 2))
      try display(Paint.dim(margin, on: world.colours && world.width() != nil) + text + "\n")
    }
  }
}
