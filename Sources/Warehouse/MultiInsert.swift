/// An INSERT of many rows, which costs about half of as many INSERTs of one.
struct MultiInsert {
  private static let chunk = 64

  private let many: RawStatement
  private let one: RawStatement
  private let width: Int32

  /// - Parameters:
  ///   - head: `INSERT INTO ... VALUES`, or the like.
  ///   - width: how many values a row has.
  ///   - tail: what follows the rows, a conflict clause or nothing.
  init(_ connection: OpaquePointer, _ head: String, width: Int, tail: String = "") throws {
    let row = "(" + repeatElement("?", count: width).joined(separator: ", ") + ")"
    let rows = repeatElement(row, count: Self.chunk).joined(separator: ", ")
    many = try RawStatement(connection, "\(head) \(rows) \(tail)")
    one = try RawStatement(connection, "\(head) \(row) \(tail)")
    self.width = Int32(width)
  }

  /// Inserts `count` rows.
  ///
  /// - Parameters:
  ///   - bind: binds a row's values to the parameters that follow the one given.
  ///   - done: called after some rows went in, with how many of them did.
  func run(
    _ count: Int, bind: (RawStatement, _ row: Int, _ before: Int32) -> Void,
    done: (_ rows: Range<Int>, _ inserted: Int) throws -> Void = { _, _ in }
  ) throws {
    var row = 0
    while count - row >= Self.chunk {
      for offset in 0..<Self.chunk { bind(many, row + offset, Int32(offset) * width) }
      try done(row..<row + Self.chunk, many.run())
      row += Self.chunk
    }
    while row < count {
      bind(one, row, 0)
      try done(row..<row + 1, one.run())
      row += 1
    }
  }
}
