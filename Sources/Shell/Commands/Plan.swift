extension ShellCommand {
  static let plan = ShellCommand(
    "plan", "on|off", takes: 1...1, help: "Show before each result how SQLite goes about it.",
    details: "The tree is that of .explain; it goes where errors go, so that results stay clean.",
    example: ".plan on", words: [.choice(["on", "off"])]
  ) { repl, words in
    repl.settings.plan = try isOn(words[0])
  }
}
