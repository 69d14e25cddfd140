extension ShellCommand {
  static let digits = ShellCommand(
    "digits", "N|full", takes: 1...1, help: "Show reals with N significant digits, at first 6."
  ) { repl, words in
    if words[0] == "full" {
      repl.settings.digits = nil
    } else if let count = Int(words[0]), 1...17 ~= count {
      repl.settings.digits = count
    } else {
      throw WrongWords()
    }
  }
}
