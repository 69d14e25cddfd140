extension TableFormat {
  package static let insert = TableFormat(
    name: "insert", help: "SQL INSERT statements, full precision"
  ) { InsertWriter(table: $0.tableName) }
}

/// Writes an INSERT per row, which SQLite reads back as the same values.
private struct InsertWriter: TableWriter {
  let table: String
  var start = ""

  init(table: String) {
    self.table = table
  }

  mutating func header(_ columns: [String], into text: inout String) {
    let names = columns.map(quotedName).joined(separator: ", ")
    start = "INSERT INTO \(quotedName(table)) (\(names)) VALUES ("
  }

  mutating func row(_ values: [Value], into text: inout String) {
    text += start
    for (index, value) in values.enumerated() {
      if index > 0 { text += ", " }
      text += literal(value)
    }
    text += ");\n"
  }

  mutating func finish(into text: inout String) {}
}

private func quotedName(_ name: String) -> String {
  "\"" + doubling("\"", in: name) + "\""
}

private func literal(_ value: Value) -> String {
  switch value {
  case .null: return "NULL"
  // SQLite has no literal for infinity, but reads a number too large as one; it has no NaN at all.
  case .real(let number) where number.isInfinite: return number < 0 ? "-9e999" : "9e999"
  case .real(let number) where number.isNaN: return "NULL"
  case .integer, .real: return value.description ?? "NULL"
  case .blob: return "X'" + (value.description ?? "") + "'"
  case .text(let string):
    // A literal ends at a NUL character.
    guard string.utf8.contains(0) else { return "'" + doubling("'", in: string) + "'" }
    return "CAST(X'" + (Value.blob(Array(string.utf8)).description ?? "") + "' AS TEXT)"
  }
}

private func doubling(_ quote: Unicode.Scalar, in text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    if scalar == quote { result.append(quote) }
    result.append(scalar)
  }
  return String(result)
}
