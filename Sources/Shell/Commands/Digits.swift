extension ShellCommand {
  static let digits = ShellCommand(
    "digits", "[N|full]", takes: 0...1, help: "Show reals with N significant digits, at first 6.",
    details: "Box, table and records round so; other formats write every digit there is.",
    example: ".digits 3", words: [.choice(["full", "3", "6"])]
  ) { repl, words in
    guard let word = words.first else {
      return try repl.tell("digits", repl.settings.digits.map(String.init) ?? "full")
    }
    if word == "full" {
      repl.settings.digits = nil
    } else if let count = Int(word), 1...17 ~= count {
      repl.settings.digits = count
    } else {
      throw WrongWords()
    }
  }
}
