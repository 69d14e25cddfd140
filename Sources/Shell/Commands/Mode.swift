internal import Tables

extension ShellCommand {
  static let mode = ShellCommand(
    "mode", "[FORMAT]", takes: 0...1, help: "Choose how results are printed.",
    details: "auto is a box on a terminal and TSV in a file; others: "
      + TableFormat.all.map(\.name).joined(separator: " ") + ".",
    example: ".mode markdown", words: [.format]
  ) { repl, words in
    guard let name = words.first else {
      return try repl.tell("mode", repl.settings.mode)
    }
    _ = try TableFormat.named(name, onTerminal: true)
    repl.settings.mode = name
  }
}
