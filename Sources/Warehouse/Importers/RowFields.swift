internal import Tables

/// The fields of a record by the names that an importer knows them under, `--map` obeyed.
///
/// A constant is a field too, of a record of its own, so that it is read as a column would be.
struct RowFields {
  /// A field that is not empty.
  struct Field {
    let record: CSVRecord
    let index: Int

    var string: String { record[index] }

    func withBytes<Result>(
      _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
    ) rethrows -> Result {
      try record.withBytes(of: index, body)
    }
  }

  private enum Source {
    case column(Int)
    case constant(Field)
  }

  private let sources: [String: Source]

  init(_ names: [String], of header: ImportHeader) throws {
    var sources: [String: Source] = [:]
    for name in names {
      switch header[name] {
      case .column(let index): sources[name] = .column(index)
      case .constant(let text): sources[name] = .constant(try Field(constant: text))
      case nil: break
      }
    }
    self.sources = sources
  }

  /// The columns among them.
  var columns: [Int] {
    sources.values.compactMap { source in
      if case .column(let index) = source { index } else { nil }
    }
  }

  /// What a record has for a name, nil where it has nothing.
  subscript(name: String, record: CSVRecord) -> Field? {
    switch sources[name] {
    case .column(let index): record.isEmpty(index) ? nil : Field(record: record, index: index)
    case .constant(let field): field.record.isEmpty(field.index) ? nil : field
    case nil: nil
    }
  }

  func number(_ name: String, _ record: CSVRecord) throws -> Double? {
    try self[name, record].flatMap { try $0.record.score($0.index, called: name) }
  }

  func whole(_ name: String, _ record: CSVRecord) throws -> Int? {
    try self[name, record].map { try $0.record.whole($0.index, called: name) }
  }

  /// Calls `body` with the bytes of a field, none where there is nothing.
  func withBytes<Result>(
    _ name: String, _ record: CSVRecord, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    guard let field = self[name, record] else {
      return try body(UnsafeBufferPointer(start: nil, count: 0))
    }
    return try field.withBytes(body)
  }
}

extension RowFields.Field {
  /// The one field of a record that holds `text` and nothing else.
  fileprivate init(constant text: String) throws {
    let quoted = text.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"")
    var reader = CSVReader()
    reader.feed(Array("\"\(quoted)\"\n".utf8))
    reader.finish()
    _ = try reader.advance()
    self.init(record: reader.record, index: 0)
  }
}
