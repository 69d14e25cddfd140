internal import Tables

extension ShellCommand {
  static let help = ShellCommand(
    "help", "[NAME]", takes: 0...1, help: "List the commands, or explain one.",
    words: [.command]
  ) { repl, words in
    guard let word = words.first else { return try repl.world.write(overview(repl)) }
    let name = word.hasPrefix(".") ? String(word.dropFirst()) : word
    if let command = all.first(where: { $0.name == name }) {
      let details = command.details.isEmpty ? "" : command.details + "\n"
      return try repl.world.write("\(command.usage)\n\(command.help)\n\(details)")
    }
    guard repl.world.verbs.contains(where: { $0.name == name }) else {
      throw ShellError.noCommand(name, meant: suggestion(for: name, among: repl.commandNames))
    }
    _ = repl.world.runVerb([name, "--help"], repl.store, "auto")
  }
}

private func overview(_ repl: REPL) -> String {
  let own = ShellCommand.all.map { ($0.usage, $0.help) }
  let verbs = repl.world.verbs.map { (".\($0.name)", $0.help) }
  let width = ((own + verbs).map { displayWidth(of: $0.0) }.max() ?? 0) + 2
  func lines(_ entries: [(String, String)]) -> String {
    entries.map { padded($0.0, to: width) + $0.1 + "\n" }.joined()
  }
  let first = "SQL ends with a semicolon. Commands of the prompt:\n\n" + lines(own)
  let short = "\n\\d \\x \\e \\q \\? are short for .describe .x .edit .quit .help.\n"
  return first + short + (verbs.isEmpty ? "" : "\nAs on the command line:\n\n" + lines(verbs))
}
