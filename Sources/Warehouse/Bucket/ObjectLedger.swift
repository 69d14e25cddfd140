internal import Benchmark

/// The rows of `objects` and `tombstones` of one bucket, within a transaction of its caller's.
struct ObjectLedger {
  /// What is known of a key.
  struct Known {
    var etag: String?
    var size = 0
    var isVanished = false
    var isTombstone = false
    /// The run that it was read as, and the log.
    var run: Int64?
    var log: Int64?

    func isAs(_ object: BucketObject) -> Bool { etag == object.etag && size == object.size }
  }

  /// A row on its way.
  struct Row {
    var object: BucketObject
    var kind: String
    var originalID: Int?
    /// Nil to keep what was there.
    var run: Int64?
    var log: Int64?
  }

  private let source: Int64
  private let select: RawStatement
  private let insert: MultiInsert
  private let vanish: RawStatement
  private let reappear: RawStatement
  private let release: RawStatement

  init(_ connection: OpaquePointer, source: Int64) throws {
    self.source = source
    select = try RawStatement(connection, selectSQL)
    insert = try MultiInsert(connection, insertSQL, width: 9, tail: mergeSQL)
    vanish = try RawStatement(
      connection,
      """
      UPDATE objects SET vanished_at = strftime('%Y-%m-%dT%H:%M:%SZ', 'now')
      WHERE source_id = ? AND key = ? AND vanished_at IS NULL
      """)
    reappear = try RawStatement(
      connection,
      """
      UPDATE objects SET vanished_at = NULL
      WHERE source_id = ? AND key = ? AND vanished_at IS NOT NULL
      """)
    release = try RawStatement(
      connection, "UPDATE objects SET run_id = NULL WHERE source_id = ? AND key = ?")
  }

  func known(_ key: String) throws -> Known {
    var known = Known()
    select.bind(source, at: 1)
    select.bind(key, at: 2)
    try select.eachRow { row in
      known = Known(
        etag: row.text(1), size: Int(row.integer(2) ?? 0), isVanished: row.integer(3) == 1,
        isTombstone: row.integer(0) == 1, run: row.integer(4), log: row.integer(5))
    }
    return known
  }

  /// Writes rows, those that are there already anew; what had vanished is there again.
  func put(_ rows: [Row]) throws {
    try insert.run(rows.count) { statement, position, before in
      let row = rows[position]
      statement.bind(source, at: before + 1)
      statement.bind(row.object.key, at: before + 2)
      statement.bind(row.kind, at: before + 3)
      statement.bind(row.originalID, at: before + 4)
      statement.bind(row.object.etag, at: before + 5)
      statement.bind(row.object.size, at: before + 6)
      statement.bind(row.object.modifiedAt, at: before + 7)
      statement.bind(row.run, at: before + 8)
      statement.bind(row.log, at: before + 9)
    }
  }

  /// Has a key bring no run any more; gives the one that it brought.
  func release(_ key: String) throws -> Int64? {
    guard let run = try known(key).run else { return nil }
    release.bind(source, at: 1)
    release.bind(key, at: 2)
    try release.run()
    return run
  }

  /// Marks a key as gone; false if it was not there.
  func vanish(_ key: String) throws -> Bool {
    vanish.bind(source, at: 1)
    vanish.bind(key, at: 2)
    return try vanish.run() > 0
  }

  /// Takes that mark back; false if there is none.
  func reappear(_ key: String) throws -> Bool {
    reappear.bind(source, at: 1)
    reappear.bind(key, at: 2)
    return try reappear.run() > 0
  }
}

private let selectSQL = """
  SELECT 0, etag, size, vanished_at IS NOT NULL, run_id, log_id
  FROM objects WHERE source_id = ?1 AND key = ?2
  UNION ALL
  SELECT 1, NULL, 0, 0, NULL, NULL FROM tombstones WHERE source_id = ?1 AND key = ?2
  """

private let insertSQL = """
  INSERT INTO objects (
    source_id, key, kind, original_id, etag, size, modified_at, run_id, log_id)
  VALUES
  """

private let mergeSQL = """
  ON CONFLICT DO UPDATE SET
    kind = excluded.kind,
    original_id = excluded.original_id,
    etag = excluded.etag,
    size = excluded.size,
    modified_at = excluded.modified_at,
    vanished_at = NULL,
    run_id = coalesce(excluded.run_id, run_id),
    log_id = coalesce(excluded.log_id, log_id)
  """
