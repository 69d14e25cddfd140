extension TableFormat {
  package static let tsv = TableFormat(
    name: "tsv", help: "tab-separated values with a header, full precision"
  ) { TSVWriter(null: $0.nullText ?? "") }
}

/// Writes a line per row, a tab between cells; a tab, line break or backslash in the data becomes `\t`,
/// `\n`, `\r`, `\\`, so that `cut` and `awk` may trust tabs and lines. NULL is empty.
private struct TSVWriter: TableWriter {
  let null: String

  mutating func header(_ columns: [String], into text: inout String) {
    for (index, column) in columns.enumerated() {
      if index > 0 { text += "\t" }
      append(column, into: &text)
    }
    text += "\n"
  }

  mutating func row(_ values: [Value], into text: inout String) {
    for (index, value) in values.enumerated() {
      if index > 0 { text += "\t" }
      switch value {
      case .text(let string): append(string, into: &text)
      default: text += value.description ?? null
      }
    }
    text += "\n"
  }

  mutating func finish(into text: inout String) {}

  private func append(_ string: String, into text: inout String) {
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\\": text += "\\\\"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
