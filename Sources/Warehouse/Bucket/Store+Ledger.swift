internal import GRDB

extension Store {
  /// What is known of a bucket's keys, in the order of their bytes, which is that of a listing.
  ///
  /// Swift compares strings as Unicode does; whoever merges this with a listing compares `key.utf8`.
  ///
  /// - Parameters:
  ///   - source: the name of the bucket's source; nothing is known of one that is not there.
  ///   - after: only keys beyond this one.
  ///   - through: only keys up to this one, itself included.
  /// - Complexity: O(keys within the bounds).
  package func ledger(
    of source: String, after: String? = nil, through: String? = nil
  ) throws -> [LedgerEntry] {
    try read { db in
      guard let connection = db.sqliteConnection else { return [] }
      let statement = try RawStatement(connection, ledgerSQL(after: after, through: through))
      statement.bind(source, at: 1)
      if let after { statement.bind(after, at: 2) }
      if let through { statement.bind(through, at: 3) }
      var entries: [LedgerEntry] = []
      try statement.eachRow { row in
        entries.append(
          LedgerEntry(
            key: row.text(0) ?? "", etag: row.text(1) ?? "", size: Int(row.integer(2) ?? 0),
            isVanished: row.integer(3) == 1, isTombstone: row.integer(4) == 1))
      }
      return entries
    }
  }
}

/// Both tables are kept in the order asked for, so SQLite merges them without sorting.
private func ledgerSQL(after: String?, through: String?) -> String {
  let bounds = (after == nil ? "" : " AND key > ?2") + (through == nil ? "" : " AND key <= ?3")
  return """
    SELECT key, etag, size, vanished_at IS NOT NULL, 0 FROM objects
    WHERE source_id = (SELECT id FROM sources WHERE name = ?1)\(bounds)
    UNION ALL
    SELECT key, '', 0, 0, 1 FROM tombstones
    WHERE source_id = (SELECT id FROM sources WHERE name = ?1)\(bounds)
    ORDER BY key
    """
}
