extension ShellCommand {
  static let output = ShellCommand(
    "output", "[FILE]", takes: 0...1,
    help: "Write results of SQL to a file; without one, here again."
  ) { repl, words in
    repl.file = try words.first.map { try ResultFile($0, isOnce: false) }
  }
}
