extension ShellCommand {
  static let timer = ShellCommand(
    "timer", "on|off", takes: 1...1, help: "Tell in the footer how long a query took."
  ) { repl, words in
    repl.settings.timer = try isOn(words[0])
  }
}
