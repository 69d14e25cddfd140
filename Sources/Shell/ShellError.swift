package import Tables

/// What a dot command of the prompt can complain about.
package enum ShellError: Error, Equatable {
  /// A quote in a command line has no partner.
  case openQuote(Character)
  case noCommand(String, meant: String?)
  /// A command was given words that it does not take.
  case usage(String)
  case noFile(String)
  case unwritable(String)
  /// A command of the person's shell that ended with a status other than 0.
  case failed(String, status: Int32)
  /// A parameter whose value cannot stand in the head of a stored query.
  case unsavable(String, Value)
  /// `.watch` without an end, where nobody is to end it.
  case endless
  case noParameter(String, meant: String?)
  /// A query that should have given one row gave none or more.
  case notOneRow(Int)
  /// A parameter, with its `:`, `@` or `$`, that has no value.
  case unbound(String)
  case noTable(String, meant: String?)
  case noColumn(String, meant: String?, among: [String])
  /// A command that looks at the last result cannot look into what this word begins.
  case noSelect(String)
  /// A column that holds what no chart shows.
  case noChart(String, why: String)
  /// A table would have this many columns.
  case tooWide(String, columns: Int, limit: Int)
  /// Cells of a pivoted table would hold several values that have no mean.
  case repeatedCells(String)
  /// `.read` of files that read one another without end.
  case tooDeep(String)
  /// A file that `.read` was given stopped at an error, which has been said, with its exit status.
  case stopped(String, status: Int32)
  /// No program of the desktop opens a result.
  case noViewer
  /// Neither a program nor a terminal takes a text to the clipboard.
  case noClipboard
  case tooLongToCopy(Int, most: Int)
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
    case .failed(let command, let status): "\(command) ended with status \(status)"
    case .unsavable(let name, let value):
      "the parameter \(name) is \(value.literal), which no default of a stored query can be: one line of "
        + "text or a number is right"
    case .endless: ".watch needs an end here: .watch -n COUNT"
    case .noParameter(let name, let meant):
      "no parameter \(name) has a value" + (meant.map { "; did you mean \($0)?" } ?? "")
    case .notOneRow(let rows):
      "one row is needed to take values from, this gives \(rows == 0 ? "none" : "more")"
    case .unbound(let name):
      "no value for the parameter \(name). .param \(name.dropFirst()) VALUE gives one."
    case .noTable(let name, let meant):
      "no table or view \"\(name)\"" + (meant.map { "; did you mean \($0)?" } ?? "")
    case .noColumn(let name, let meant, let columns):
      "no column \"\(name)\""
        + (meant.map { "; did you mean \($0)?" } ?? " among \(columns.joined(separator: ", "))")
    case .noSelect(let word): "what \(word) gives cannot be looked into; that takes a SELECT"
    case .noChart(let column, let why): "\(column) cannot be drawn: \(why)"
    case .tooWide(let column, let count, let limit):
      "\(column) has \(grouped(count)) values, and no more than \(limit) make columns"
    case .repeatedCells(let value):
      "several values of \(value) fall into one cell, and not all are numbers; "
        + "name min, max or count behind it"
    case .tooDeep(let path): "\(path) is read from within itself"
    case .stopped(let path, _): "\(path) was read up to there"
    case .noViewer:
      "nothing here opens files: neither xdg-open nor open is there. .once FILE keeps the result."
    case .noClipboard:
      "there is no clipboard here: neither wl-copy, xclip, xsel, pbcopy nor a terminal"
    case .tooLongToCopy(let bytes, let most):
      "the terminal's clipboard takes \(grouped(most)) bytes, this is \(grouped(bytes)). wl-copy, xclip or "
        + "xsel would take it, .once FILE keeps it."
    case .noEditor: "no editor can be started here"
    case .noPager(let command): "no pager \"\(command)\" that can be run; .pager off does without"
    case .nothingYet: "no query has been run yet"
    }
  }
}
