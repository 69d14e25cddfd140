extension ShellCommand {
  static let rows = ShellCommand(
    "rows", "N|all", takes: 1...1, help: "Show at most N rows of a box, from both ends."
  ) { repl, words in
    if words[0] == "all" {
      repl.settings.maxRows = nil
    } else if let count = Int(words[0]), count > 0 {
      repl.settings.maxRows = count
    } else {
      throw WrongWords()
    }
  }
}
