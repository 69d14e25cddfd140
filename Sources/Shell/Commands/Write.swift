internal import Warehouse

extension ShellCommand {
  static let write = ShellCommand(
    "write", "on|off", takes: 1...1,
    help: "Allow SQL to change the warehouse; the prompt shows it.",
    words: [.choice(["on", "off"])]
  ) { repl, words in
    try repl.reopen(try isOn(words[0]) ? .readWrite : .readOnly)
  }
}
