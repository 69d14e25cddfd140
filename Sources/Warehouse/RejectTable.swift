/// The rows of `rejects` of one source: what could not be read, and why.
struct RejectTable {
  private static let longest = 1 << 16

  private let source: Int64
  private let insert: RawStatement
  private let delete: RawStatement

  init(_ connection: OpaquePointer, source: Int64) throws {
    self.source = source
    insert = try RawStatement(
      connection,
      """
      INSERT INTO rejects (source_id, key, line, text, reason) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO NOTHING
      """)
    delete = try RawStatement(connection, "DELETE FROM rejects WHERE source_id = ? AND key = ?")
  }

  /// Keeps what could not be read, cut after 64 KiB.
  ///
  /// - Parameters:
  ///   - key: the object's, empty for a file.
  ///   - line: in the file; 0 where lines mean nothing.
  ///   - bytes: any at all; what is no text is repaired.
  func add(key: String = "", line: Int, _ bytes: some Collection<UInt8>, reason: String) throws {
    var reason = reason
    if bytes.count > Self.longest {
      reason += " (\(bytes.count) bytes, of which the first \(Self.longest) are kept)"
    }
    insert.bind(source, at: 1)
    insert.bind(key, at: 2)
    insert.bind(line, at: 3)
    insert.bind(storableText(bytes.prefix(Self.longest)), at: 4)
    insert.bind(reason, at: 5)
    try insert.run()
  }

  /// Drops what was kept of an object.
  func removeAll(of key: String) throws {
    delete.bind(source, at: 1)
    delete.bind(key, at: 2)
    try delete.run()
  }
}

/// `bytes` as text that SQLite gives back whole: a zero byte would end it for whoever reads it, and what is
/// not UTF-8 is repaired.
func storableText(_ bytes: some Collection<UInt8>) -> String {
  let text = String(decoding: bytes, as: UTF8.self)
  guard text.utf8.contains(0) else { return text }
  var scalars = String.UnicodeScalarView()
  for scalar in text.unicodeScalars { scalars.append(scalar == "\0" ? "\u{FFFD}" : scalar) }
  return String(scalars)
}
