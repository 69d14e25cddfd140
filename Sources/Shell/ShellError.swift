/// What a dot command of the prompt can complain about.
package enum ShellError: Error, Equatable {
  /// A quote in a command line has no partner.
  case openQuote(Character)
  case noCommand(String, meant: String?)
  /// A command was given words that it does not take.
  case usage(String)
  case noFile(String)
  case unwritable(String)
  case noTable(String, meant: String?)
  /// `.read` of files that read one another without end.
  case tooDeep(String)
  /// A file that `.read` was given stopped at an error, which has been said, with its exit status.
  case stopped(String, status: Int32)
  /// There is no terminal to edit at.
  case noEditor
  /// The command that should show long texts does not run.
  case noPager(String)
  /// `.last` before anything was queried.
  case nothingYet
}

extension ShellError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .openQuote(let quote): "the quote \(quote) is not closed"
    case .noCommand(let name, let meant):
      "no command .\(name)" + (meant.map { "; did you mean .\($0)?" } ?? "; .help lists them")
    case .usage(let usage): "usage: \(usage)"
    case .noFile(let path): "no file \(path) that can be read"
    case .unwritable(let path): "\(path) cannot be written"
    case .noTable(let name, let meant):
      "no table or view \"\(name)\"" + (meant.map { "; did you mean \($0)?" } ?? "")
    case .tooDeep(let path): "\(path) is read from within itself"
    case .stopped(let path, _): "\(path) was read up to there"
    case .noEditor: "no editor can be started here"
    case .noPager(let command): "no pager \"\(command)\" that can be run; .pager off does without"
    case .nothingYet: "no query has been run yet"
    }
  }
}
