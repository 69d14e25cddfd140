internal import Foundation

extension ShellCommand {
  static let read = ShellCommand(
    "read", "FILE", takes: 1...1, help: "Run the SQL and commands in a file.",
    details: "It ends at the first error, whose line is told. A file may .read others.",
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
    if status != 0 { throw ShellError.stopped(path, status: status) }
  }
}
