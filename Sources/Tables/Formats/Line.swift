extension TableFormat {
  package static let line = TableFormat(
    name: "line", help: "one line per value, an empty line between rows", isForReading: true
  ) { LineWriter(options: $0) }
}

/// Writes `name = value` per line, names right-aligned, full precision.
private struct LineWriter: TableWriter {
  let options: DisplayOptions
  var names: [String] = []
  var isFirst = true

  init(options: DisplayOptions) {
    self.options = options
  }

  mutating func header(_ columns: [String], into text: inout String) {
    let escaped = columns.map { escapingControls(in: $0) }
    let width = escaped.map { displayWidth(of: $0) }.max() ?? 0
    names = escaped.map { padded($0, to: width, right: true) }
  }

  mutating func row(_ values: [Value], into text: inout String) {
    if !isFirst { text += "\n" }
    isFirst = false
    for (name, value) in zip(names, values) {
      let shown = escapingControls(in: value.description ?? options.nullText ?? "NULL")
      text += name + " = "
      text += Paint.dim(shown, on: value.isNull && options.colour)
      text += "\n"
    }
  }

  mutating func finish(into text: inout String) {}
}
