extension ShellCommand {
  static let shell = ShellCommand(
    "shell", "COMMAND", takes: 1...1, isVerbatim: true, help: "Run a command of your shell.",
    details: "\\! does the same, as in psql. A status that is not 0 is told, and ends a script.",
    example: ".shell date"
  ) { repl, words in
    let status = repl.world.outlets.shell(words[0])
    if status != 0 { throw ShellError.failed(words[0], status: status) }
  }
}
