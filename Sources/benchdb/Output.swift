import Reports
import Tables
import Warehouse

/// Where a verb's data goes: standard output, or the file that `--output` names.
///
/// A file appears whole or not at all.
struct Output {
  let session: Session
  private var options: CommonOptions { session.options }

  init(_ session: Session) {
    self.session = session
  }

  /// Prints a table in the format asked for.
  func print(_ table: Table) throws {
    try rows { columns, row in
      try columns(table.columns)
      for values in table.rows { try row(values) }
    }
  }

  /// Prints rows as `body` hands them over, in the format asked for.
  func rows(
    _ body: (_ columns: ([String]) throws -> Void, _ row: ([Value]) throws -> Void) throws -> Void
  ) throws {
    let format = try format()
    try writing { write in
      var printer: TablePrinter<any Error>?
      func end() throws {
        guard let summary = try printer?.finish() else { return }
        summary.notes.forEach(session.warn)
      }
      try body(
        { columns in
          try end()
          var next = TablePrinter<any Error>(format, options: display, write: write)
          try next.header(columns)
          printer = next
        },
        { try printer?.row($0) })
      try end()
    }
  }

  /// Prints a report, its tables in the format asked for.
  func report(_ report: Report) throws {
    let format = try format()
    try text(report.text(format, options: display))
  }

  /// Writes text as it is.
  func text(_ text: String) throws {
    try writing { write in try write(text) }
  }

  /// The format asked for by name, else by the ending of the file's name, else by where it goes.
  func format() throws -> TableFormat {
    if options.format == "auto", let format = options.output.flatMap(TableFormat.forFile) {
      return format
    }
    return try TableFormat.named(
      options.format, onTerminal: onTerminal, unicode: session.environment.unicode)
  }

  private var onTerminal: Bool { options.output == nil && session.environment.terminalOutput }

  private var display: DisplayOptions {
    guard onTerminal else { return DisplayOptions(width: nil, maxRows: nil) }
    return DisplayOptions(
      width: session.environment.columns, maxRows: 40, colour: session.colours, terminal: true)
  }

  private func writing(_ body: (@escaping (String) throws -> Void) throws -> Void) throws {
    guard let path = options.output, path != "-" else { return try body { try session.write($0) } }
    try File.write(path, replacing: options.force, body)
  }
}
