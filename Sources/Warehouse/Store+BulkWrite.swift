internal import GRDB

/// Where runs came from: a row of `sources`.
package struct RunSource: Sendable, Hashable {
  package var name: String
  /// The importer, or local, sample, s3.
  package var kind: String
  /// The file or bucket it was read from.
  package var location: String

  package init(name: String, kind: String, location: String = "") {
    self.name = name
    self.kind = kind
    self.location = location
  }
}

extension Store {
  /// Calls `body` with a transaction that takes runs in bulk; what it throws undoes all of it.
  ///
  /// References and CHECKs are not looked at row by row meanwhile. They hold all the same: every id that
  /// a `RunWriter` writes is one that it has just read from the table it refers to or written to it, within
  /// the same transaction, and every word that a CHECK allows comes from an enum of ours. Tests prove it
  /// by `PRAGMA foreign_key_check` and `PRAGMA integrity_check`.
  package func bulkWrite<T>(_ body: (BulkWrite) throws -> T) throws -> T {
    try write { db in
      try db.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
      defer {
        try? db.execute(sql: "PRAGMA foreign_keys = ON; PRAGMA ignore_check_constraints = OFF")
      }
      var result: T?
      try db.inTransaction(.immediate) {
        let triggers = try Row.fetchAll(
          db,
          sql: """
            SELECT name, sql FROM sqlite_schema
            WHERE type = 'trigger' AND name GLOB 'cells_*'
            """)
        for trigger in triggers {
          try db.execute(
            sql: "DROP TRIGGER \((trigger["name"] as String).quotedDatabaseIdentifier)")
        }
        result = try body(BulkWrite(db))
        for trigger in triggers { try db.execute(sql: trigger["sql"]) }
        return .commit
      }
      guard let result else { throw StoreError.sqlite(message: "the transaction did not run") }
      return result
    }
  }
}

/// A transaction that takes runs in bulk.
package struct BulkWrite {
  let db: Database

  init(_ db: Database) {
    self.db = db
  }

  /// A writer of the runs of `source`; the source gets its row if it has none.
  package func runs(
    of source: RunSource, duplicates: DuplicatePolicy = .fail
  ) throws -> RunWriter {
    try RunWriter(connection(), source: id(of: source), duplicates: duplicates)
  }

  /// The row of a source; where it is known, the location is brought up to date.
  func id(of source: RunSource) throws -> Int64 {
    let id = try Int64.fetchOne(
      db,
      sql: """
        INSERT INTO sources (name, kind, location) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET location = excluded.location
        RETURNING id
        """, arguments: [source.name, source.kind, source.location])
    guard let id else { throw StoreError.sqlite(message: "no row for the source \(source.name)") }
    return id
  }

  func connection() throws -> OpaquePointer {
    guard let connection = db.sqliteConnection else {
      throw StoreError.sqlite(message: "the connection is closed")
    }
    return connection
  }
}
