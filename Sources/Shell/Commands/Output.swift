internal import Foundation
internal import Tables

extension ShellCommand {
  static let output = ShellCommand(
    "output", "[-f] [FILE] or | COMMAND", takes: 0...1, isVerbatim: true,
    help: "Write results of SQL to a file or command; alone, here again.",
    details: """
      While .mode is auto, the ending of the file's name chooses the format: .csv .tsv .json .jsonl .md
      .html .tex .sql .txt. A file that exists is not replaced without -f. What follows a | is a command of
      your shell, which reads the results until the next .output. What commands as on the command line
      print is not taken: those have a -o of their own.
      """,
    example: ".output | sort", words: [.file]
  ) { repl, words in
    try repl.end()
    guard let text = words.first else { return }
    repl.output = try repl.outlet(text, growing: true)
  }
}

extension REPL {
  /// What takes results as `.output` and `.once` are told: a file, after `-f` one that may be replaced,
  /// or `|` and a command, which needs no quotes but may stand in them.
  func outlet(_ text: String, growing: Bool) throws -> Receiver {
    if text.first == "|" { return try pipe(text) }
    var words = try words(of: text)
    if words.count == 1, words[0].first == "|" { return try pipe(words[0]) }
    let replacing = words.contains { isForce($0) }
    words.removeAll { isForce($0) }
    guard words.count == 1, words[0].first != "-" else { throw WrongWords() }
    return try world.outlets.file(expandingTilde(in: words[0]), replacing, growing)
  }

  private func pipe(_ text: String) throws -> Receiver {
    let command = text.dropFirst().trimmingCharacters(in: .whitespaces)
    guard !command.isEmpty else { throw WrongWords() }
    return try world.outlets.pipe(command)
  }
}

/// Whether a word lets something be replaced.
func isForce(_ word: String) -> Bool { word == "-f" || word == "--force" }
