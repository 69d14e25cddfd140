extension TableFormat {
  /// Numbered records, a line per value: what `.x on` shows instead of a grid.
  ///
  /// It has no place in the list of formats, since a program that wants records wants `line`.
  package static func records(unicode: Bool) -> TableFormat {
    TableFormat(name: "records", help: "numbered records, a line per value", isForReading: true) {
      RecordWriter(unicode ? .box : .ascii, $0)
    }
  }
}

/// Writes records as they come; with `maxRows` the last ones follow at the end.
private struct RecordWriter: TableWriter {
  private let style: GridStyle
  private let options: DisplayOptions
  private var pen: RecordPen?
  private var held: HeadAndTail
  private var shown = 0

  init(_ style: GridStyle, _ options: DisplayOptions) {
    self.style = style
    self.options = options
    held = HeadAndTail(limit: options.maxRows)
  }

  var leftOut: (rows: Int, columns: Int) { (held.count - shown, 0) }

  mutating func header(_ columns: [String], into text: inout String) {
    pen = RecordPen(style, columns, options)
  }

  mutating func row(_ values: [Value], into text: inout String) {
    held.append(values)
    for row in held.takeHead() { write(row, number: held.count, into: &text) }
  }

  mutating func finish(into text: inout String) {
    let (tail, gap) = held.rows
    if gap != nil { pen?.dots(into: &text) }
    for (place, row) in tail.enumerated() {
      write(row, number: held.count - tail.count + place + 1, into: &text)
    }
  }

  private mutating func write(_ row: [Value], number: Int, into text: inout String) {
    pen?.record(row, number: number, into: &text)
    shown += 1
  }
}
