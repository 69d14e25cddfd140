extension Table {
  /// The table that delimited text holds: its first record names the columns, every value is text.
  ///
  /// For small files; `CSVReader` reads large ones as they come.
  ///
  /// **Edge cases**: an empty field is NULL; text without a record is a table without columns.
  package init(csv bytes: [UInt8], delimiter: UInt8 = UInt8(ascii: ",")) throws(TablesError) {
    var reader = CSVReader(delimiter: delimiter)
    reader.feed(bytes)
    reader.finish()
    self.init(columns: try reader.advance() ? reader.record.fields : [])
    while try reader.advance() {
      append(reader.record.fields.map { $0.isEmpty ? .null : .text($0) })
    }
  }
}
