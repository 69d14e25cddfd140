internal import Foundation

extension ShellCommand {
  static let read = ShellCommand(
    "read", "FILE", takes: 1...1, help: "Run the SQL and commands in a file.",
    details:
      "It ends at the first error, whose line is told, unless --keep-going is in force. A file may .read\n      others.",
    example: ".read queries.sql", words: [.file]
  ) { repl, words in
    let path = expandingTilde(in: words[0])
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw ShellError.noFile(path)
    }
    guard repl.depth < 16 else { throw ShellError.tooDeep(path) }
    repl.depth += 1
    defer { repl.depth -= 1 }
    let status = repl.perform(text, source: path)
    guard status != 0 else { return }
    // Each error has been said where it was; told to keep going, the file was read to its end.
    throw repl.keepsGoing ? VerbFailure(status: status) : ShellError.stopped(path, status: status)
  }
}
