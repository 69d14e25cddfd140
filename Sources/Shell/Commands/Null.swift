extension ShellCommand {
  static let null = ShellCommand(
    "null", "[TEXT|auto]", takes: 0...1, help: "Choose what stands for NULL.",
    details: "auto is NULL in what is made to be read, and nothing in CSV and TSV.",
    example: ".null -", words: [.choice(["auto"])]
  ) { repl, words in
    guard let word = words.first else {
      return try repl.tell("null", repl.settings.nullText.map { "\"\($0)\"" } ?? "auto")
    }
    repl.settings.nullText = word == "auto" ? nil : word
  }
}
