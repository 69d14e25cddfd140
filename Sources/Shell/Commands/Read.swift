internal import Foundation

extension ShellCommand {
  static let read = ShellCommand(
    "read", "FILE", takes: 1...1,
    help: "Run the SQL and commands in a file, up to the first error.",
    words: [.file]
  ) { repl, words in
    let path = words[0]
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
