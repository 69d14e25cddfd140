extension ShellCommand {
  static let null = ShellCommand(
    "null", "TEXT", takes: 0...1, help: "Choose what stands for NULL; without a text, as at first."
  ) { repl, words in
    repl.settings.nullText = words.first
  }
}
