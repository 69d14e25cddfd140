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

  /// Every command, in the order that help lists them.
  static let all: [ShellCommand] = [
    .tables, .schema, .d, .describe, .count, .find, .last, .pivot, .chart,
    .mode, .x, .rows, .limit, .digits, .null, .timer, .pager, .output, .once,
    .copy, .open, .save, .shell, .param, .explain, .plan,
    .read, .edit, .history, .write, .show, .help, .quit, .exit,
  ]

  /// What may be typed behind a backslash, as in psql.
  static let shortNames = [
    "d": "d", "x": "x", "e": "edit", "q": "quit", "?": "help", "!": "shell",
  ]
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
