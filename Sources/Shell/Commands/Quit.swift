extension ShellCommand {
  static let quit = ShellCommand("quit", help: "Leave; so does Ctrl-D.") { repl, _ in
    repl.isEnding = true
  }
}
