/// The rows of `logs` that a bucket's logs are.
struct LogTable {
  private static let longest = 1 << 24

  private let insert: RawStatement
  private let update: RawStatement
  private let lastID: RawStatement

  init(_ connection: OpaquePointer) throws {
    insert = try RawStatement(
      connection, "INSERT INTO logs (run_id, task_id, key, text) VALUES (?, ?, ?, ?)")
    update = try RawStatement(
      connection, "UPDATE logs SET run_id = ?, task_id = ?, key = ?, text = ? WHERE id = ?")
    lastID = try RawStatement(connection, "SELECT last_insert_rowid()")
  }

  /// Writes a log, over the row `id` if that is given; returns its row.
  ///
  /// Of a text beyond 16 MiB the middle is left out, and that is said in its place.
  func put(
    _ id: Int64?, key: String, _ text: [UInt8], run: Int64?, task: Int64?
  ) throws -> Int64 {
    let statement = id == nil ? insert : update
    statement.bind(run, at: 1)
    statement.bind(task, at: 2)
    statement.bind(key, at: 3)
    statement.bind(stored(text), at: 4)
    statement.bind(id, at: 5)
    try statement.run()
    return try id ?? lastID.integer() ?? 0
  }

  private func stored(_ text: [UInt8]) -> String {
    guard text.count > Self.longest else { return storableText(text) }
    let half = Self.longest / 2
    return storableText(text.prefix(half))
      + "\n[\(text.count - Self.longest) bytes left out]\n" + storableText(text.suffix(half))
  }
}
