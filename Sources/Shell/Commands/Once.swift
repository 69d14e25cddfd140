extension ShellCommand {
  static let once = ShellCommand(
    "once", "FILE", takes: 1...1, help: "Write the next result of SQL to a file.",
    details: "For example: .mode csv, then .once runs.csv, then SELECT * FROM results;"
  ) { repl, words in
    repl.file = try ResultFile(words[0], isOnce: true)
  }
}
