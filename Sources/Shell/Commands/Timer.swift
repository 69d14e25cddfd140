extension ShellCommand {
  static let timer = ShellCommand(
    "timer", "[on|off]", takes: 0...1, help: "Tell in the footer how long a query took.",
    details: "That is the time from the start until the last row was written.",
    example: ".timer off", words: [.choice(["on", "off"])]
  ) { repl, words in
    guard let word = words.first else {
      return try repl.tell("timer", repl.settings.timer ? "on" : "off")
    }
    repl.settings.timer = try isOn(word)
  }
}
