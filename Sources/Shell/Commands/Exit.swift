extension ShellCommand {
  static let exit = ShellCommand("exit", help: "Leave, as .quit does.") { repl, _ in
    repl.isEnding = true
  }
}
