/// A dot command that is the prompt's own; all others are verbs of the command line.
///
/// One file in `Commands/` describes each; `all` lists them.
struct ShellCommand: Sendable {
  /// What is typed behind the dot.
  let name: String
  /// What may follow the name, as usage shows it.
  let arguments: String
  /// Whether all that follows the name is handed over as one word, quotes and all: SQL, or a line for
  /// another shell.
  let isVerbatim: Bool
  /// How many words may follow.
  let takes: ClosedRange<Int>
  /// One sentence; `.help NAME` shows `details` as well.
  let help: String
  let details: String
  /// A line that works on the sample warehouse, for `.help NAME`.
  let example: String
  /// What may stand as each word behind the name, for completion; the last holds for all that follow.
  let words: [WordKind]
  let run: @Sendable (REPL, [String]) throws -> Void

  init(
    _ name: String, _ arguments: String = "", takes: ClosedRange<Int> = 0...0,
    isVerbatim: Bool = false, help: String,
    details: String = "", example: String = "", words: [WordKind] = [],
    run: @escaping @Sendable (REPL, [String]) throws -> Void
  ) {
    self.name = name
    self.arguments = arguments
    self.isVerbatim = isVerbatim
    self.takes = takes
    self.help = help
    self.details = details
    self.example = example
    self.words = words
    self.run = run
  }

  var usage: String { arguments.isEmpty ? ".\(name)" : ".\(name) \(arguments)" }

  /// Commands that serve one purpose, with the verbs of the command line that do too.
  struct Group: Sendable {
    let title: String
    let commands: [ShellCommand]
    var verbs: [String] = []
  }

  /// Every command, in the order that help lists them.
  static let groups: [Group] = [
    Group(
      title: "Asking",
      commands: [
        .tables, .schema, .d, .describe, .find, .last, .count, .pivot, .chart, .watch, .explain,
        .plan, .advise,
      ]),
    Group(
      title: "Showing",
      commands: [
        .mode, .x, .rows, .limit, .digits, .null, .timer, .pager,
      ]),
    Group(
      title: "Working with results",
      commands: [
        .output, .once, .copy, .open,
      ]),
    Group(
      title: "Stored queries",
      commands: [
        .save, .edit, .param,
      ], verbs: ["query", "queries", "figure"]),
    Group(
      title: "The prompt",
      commands: [
        .read, .history, .shell, .write, .show, .help, .quit, .exit,
      ], verbs: ["backup"]),
  ]

  static let all: [ShellCommand] = groups.flatMap(\.commands)

  /// What may be typed behind a backslash, mostly as in psql, and the command that it is short for.
  static let shortNames = [
    "d": "d", "x": "x", "e": "edit", "q": "quit", "?": "help", "!": "shell", "o": "output",
    "i": "read", "s": "history", "dt": "tables", "dv": "tables", "timing": "timer",
    "crosstabview": "pivot",
    "watch": "watch", "gset": "param last", "conninfo": "show",
  ]

  /// What stands behind a backslash, with the command in full.
  static func spelledOut(_ line: Substring) -> Substring {
    // A mark, as in \? and \!, needs no space behind it.
    let isMark = line.first?.isLetter == false
    let typed = isMark ? line.prefix(1) : line.prefix { !$0.isWhitespace }
    guard let name = shortNames[String(typed)] else { return line }
    return "\(name) \(line[typed.endIndex...])"
  }
}

/// What a word of a dot command names.
enum WordKind: Sendable, Equatable {
  case relation, column, command, format, storedQuery, file, statement
  /// One of these.
  case choice([String])
  /// Anything, which nothing can be proposed for.
  case other
}

/// A command was given words that it does not take; whoever runs it says what would be right.
struct WrongWords: Error {}

/// A verb did not end well and has said why; this is its exit status.
struct VerbFailure: Error {
  let status: Int32
}

/// What `on` or `off` means.
func isOn(_ word: String) throws(WrongWords) -> Bool {
  switch word.lowercased() {
  case "on", "yes", "1": true
  case "off", "no", "0": false
  default: throw WrongWords()
  }
}
