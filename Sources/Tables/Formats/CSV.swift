extension TableFormat {
  package static let csv = TableFormat(
    name: "csv", help: "comma-separated values with a header, full precision"
  ) { CSVWriter(null: $0.nullText ?? "") }
}

/// Writes RFC 4180, lines ending in a line feed alone as Unix tools expect.
///
/// A cell is quoted when it holds a comma, a quote or a line break. NULL is nothing at all and an empty
/// text is `""`, so the two can be told apart.
private struct CSVWriter: TableWriter {
  let null: String

  mutating func header(_ columns: [String], into text: inout String) {
    for (index, column) in columns.enumerated() {
      if index > 0 { text += "," }
      append(column, into: &text)
    }
    text += "\n"
  }

  mutating func row(_ values: [Value], into text: inout String) {
    for (index, value) in values.enumerated() {
      if index > 0 { text += "," }
      switch value {
      case .text(let string): append(string, into: &text)
      default: text += value.description ?? null
      }
    }
    text += "\n"
  }

  mutating func finish(into text: inout String) {}

  private func append(_ string: String, into text: inout String) {
    let isPlain = string.utf8.allSatisfy {
      $0 != UInt8(ascii: ",") && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\n")
        && $0 != UInt8(ascii: "\r")
    }
    if isPlain, !string.isEmpty, string != null {
      text += string
      return
    }
    text += "\""
    for scalar in string.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    text += "\""
  }
}
