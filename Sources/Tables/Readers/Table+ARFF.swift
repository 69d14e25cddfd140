extension Table {
  /// The table that an ARFF text holds: numbers and dates as numbers, all else as text.
  ///
  /// For small files; `ARFFReader` reads large ones as they come.
  package init(arff bytes: [UInt8]) throws(TablesError) {
    var reader = ARFFReader()
    reader.feed(bytes)
    reader.finish()
    _ = try reader.readHeader()
    self.init(columns: reader.attributes.map(\.name))
    while try reader.advance() {
      append(reader.attributes.indices.map { reader.value($0) })
    }
  }
}

extension ARFFReader {
  fileprivate func value(_ index: Int) -> Value {
    switch attributes[index].kind {
    case .number, .date: row.isMissing(index) ? .null : .real(row.number(index))
    case .nominal, .text: row.text(index).map(Value.text) ?? .null
    }
  }
}
