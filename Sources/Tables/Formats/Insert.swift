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
      text += value.literal
    }
    text += ");\n"
  }

  mutating func finish(into text: inout String) {}
}

private func quotedName(_ name: String) -> String {
  "\"" + doubling("\"", in: name) + "\""
}
