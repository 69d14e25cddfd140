/// Prints rows as they come: a format's writer, and a sink that takes its text in large pieces.
///
/// ```
/// var printer = TablePrinter(.csv) { print($0, terminator: "") }
/// printer.header(["framework", "runs"])
/// printer.row(["tpot", 10])
/// printer.finish()
/// ```
package struct TablePrinter<Failure: Error> {
  private let write: (String) throws(Failure) -> Void
  private let escapes: Bool
  private var writer: any TableWriter
  private var text = ""
  private var columns = 0
  private var rows = 0

  /// Text is handed to `write` in pieces of about this many bytes.
  private static var piece: Int { 1 << 16 }

  package init(
    _ format: TableFormat, options: DisplayOptions = DisplayOptions(),
    write: @escaping (String) throws(Failure) -> Void
  ) {
    self.write = write
    escapes = options.terminal && !format.isForReading
    writer = format.writer(options)
  }

  package mutating func header(_ columns: [String]) throws(Failure) {
    self.columns = columns.count
    writer.header(columns, into: &text)
  }

  package mutating func row(_ values: [Value]) throws(Failure) {
    rows += 1
    writer.row(values, into: &text)
    if text.utf8.count >= Self.piece { try flush() }
  }

  /// Writes all that can be shown of the rows up to now.
  package mutating func showSoFar() throws(Failure) {
    writer.showSoFar(into: &text)
    try flush()
  }

  /// Ends a table of which no more rows come, as when it was cancelled.
  package mutating func breakOff() throws(Failure) {
    writer.breakOff(into: &text)
    try flush()
  }

  /// Ends the table and says how much of it was shown.
  @discardableResult
  package mutating func finish() throws(Failure) -> TableSummary {
    writer.finish(into: &text)
    try flush()
    let leftOut = writer.leftOut
    return TableSummary(
      rows: rows, columns: columns, rowsShown: rows - leftOut.rows,
      columnsShown: columns - leftOut.columns, notes: writer.notes)
  }

  private mutating func flush() throws(Failure) {
    guard !text.isEmpty else { return }
    try write(escapes ? escapingControls(in: text, keeping: ["\n", "\t"]) : text)
    text.removeAll(keepingCapacity: true)
  }
}

extension Table {
  /// The whole table as text.
  package func formatted(
    _ format: TableFormat, options: DisplayOptions = DisplayOptions()
  ) -> String {
    var all = ""
    var writer = format.writer(options)
    writer.header(columns, into: &all)
    for row in rows { writer.row(row, into: &all) }
    writer.finish(into: &all)
    let escapes = options.terminal && !format.isForReading
    return escapes ? escapingControls(in: all, keeping: ["\n", "\t"]) : all
  }
}
