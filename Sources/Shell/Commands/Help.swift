internal import Tables

extension ShellCommand {
  static let help = ShellCommand(
    "help", "[NAME|WORD]", takes: 0...1, help: "List the commands, explain one, or search them.",
    details: "\\? does the same.", example: ".help once", words: [.command]
  ) { repl, words in
    guard let word = words.first else {
      return try repl.paged { try repl.display(overview(repl)) }
    }
    let name = word.drop { $0 == "." || $0 == "\\" }
    let meant = shortNames[String(name)].map { String($0.prefix { $0 != " " }) } ?? String(name)
    if let command = all.first(where: { $0.name == meant }) {
      return try repl.display(explanation(of: command, colours: repl.coloursOnTerminal))
    }
    if repl.world.verbs.contains(where: { $0.name == name }) {
      _ = repl.world.runVerb([String(name), "--help"], repl.store, "auto")
      return
    }
    let found = mentions(of: name.lowercased(), repl)
    guard !found.isEmpty else {
      throw ShellError.noCommand(
        String(name), meant: suggestion(for: String(name), among: repl.commandNames))
    }
    try repl.display(found)
  }
}

extension REPL {
  var coloursOnTerminal: Bool { world.colours && world.width() != nil }
}

/// Where the words about a command begin.
private let margin = 22

/// All commands by what they are for, in lines of at most 80 cells.
private func overview(_ repl: REPL) -> String {
  let colours = repl.coloursOnTerminal
  var text = "SQL ends with a semicolon; a command starts with a dot.\n"
  var told: Set<String> = []
  for group in ShellCommand.groups {
    text += "\n" + Paint.name(group.title, on: colours) + "\n"
    text += group.commands.map { line($0.usage, or: ".\($0.name)", $0.help) }.joined()
    for verb in repl.world.verbs where group.verbs.contains(verb.name) {
      text += line(".\(verb.name)", verb.help)
      told.insert(verb.name)
    }
  }
  let others = repl.world.verbs.map(\.name).filter { !told.contains($0) }
  if !others.isEmpty {
    text += "\n" + Paint.name("As on the command line", on: colours) + "\n"
    text += wrapped(others.map { "." + $0 }.joined(separator: " "), indent: 2)
  }
  let shorts = ShellCommand.shortNames.keys.sorted().map { "\\" + $0 }.joined(separator: " ")
  return text + "\n" + wrapped("\(shorts) work too. .help NAME tells more, .help WORD searches.")
}

/// A command and what it does, the command without its words where these leave no room.
private func line(_ usage: String, or name: String = "", _ help: String) -> String {
  let shown = displayWidth(of: usage) > margin - 4 && !name.isEmpty ? name : usage
  return "  " + padded(shown, to: margin - 2) + fitting(help, into: 80 - margin, ellipsis: "..")
    + "\n"
}

private func explanation(of command: ShellCommand, colours: Bool) -> String {
  var text = Paint.name(command.usage, on: colours) + "\n" + wrapped(command.help)
  if !command.details.isEmpty { text += "\n" + wrapped(command.details) }
  return command.example.isEmpty ? text : text + "\nExample: \(command.example)\n"
}

/// The commands and verbs whose words about themselves have `word` in them.
private func mentions(of word: String, _ repl: REPL) -> String {
  let own = ShellCommand.all.filter {
    [$0.name, $0.help, $0.details].contains { $0.lowercased().contains(word) }
  }
  let verbs = repl.world.verbs.filter { "\($0.name) \($0.help)".lowercased().contains(word) }
  return own.map { line($0.usage, or: ".\($0.name)", $0.help) }.joined()
    + verbs.map { line(".\($0.name)", $0.help) }.joined()
}

/// `text` in lines of at most 80 cells, broken at blanks.
private func wrapped(_ text: String, indent: Int = 0) -> String {
  let start = String(repeating: " ", count: indent)
  var lines: [String] = []
  for word in text.split(whereSeparator: \.isWhitespace) {
    let longer = lines.last.map { "\($0) \(word)" }
    if let longer, displayWidth(of: longer) <= 80 {
      lines[lines.count - 1] = longer
    } else {
      lines.append(start + word)
    }
  }
  return lines.map { $0 + "\n" }.joined()
}
