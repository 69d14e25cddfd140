internal import Tables

extension ShellCommand {
  static let history = ShellCommand(
    "history", "[N]", takes: 0...1, help: "List what was typed, the last 20 or N."
  ) { repl, words in
    guard let count = Int(words.first ?? "20"), count > 0 else {
      throw WrongWords()
    }
    for entry in repl.history.entries.suffix(count) {
      try repl.world.write(escapingControls(in: entry, keeping: ["\n", "\t"]) + "\n")
    }
  }
}
