extension ShellCommand {
  static let x = ShellCommand(
    "x", "[on|off|auto]", takes: 0...1, help: "Show rows as numbered records, a line per value.",
    details: "auto does so where a box would leave out columns; without a word it switches.",
    example: ".x auto", words: [.choice(["on", "off", "auto"])]
  ) { repl, words in
    guard let word = words.first else {
      repl.settings.records = repl.settings.records == .off ? .on : .off
      return try repl.tell("x", repl.settings.records.rawValue)
    }
    guard let records = Settings.Records(rawValue: word) else { throw WrongWords() }
    repl.settings.records = records
  }
}
