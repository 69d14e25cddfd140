internal import GRDB
internal import GRDBSQLite
package import Tables

extension Store {
  /// What `sql` gives, unless that takes longer than `limit`: then nil.
  ///
  /// For what is good to know but not worth waiting for. SQLite looks at the clock every thousand steps
  /// of its program, so that the limit may be missed by some microseconds.
  package func glance(
    _ sql: String, bindings: [String: Value] = [:], within limit: Duration
  ) throws -> Tables.Table? {
    var end = ContinuousClock.now + limit
    return try withUnsafeMutablePointer(to: &end) { end in
      try watch(end)
      defer { try? watch(nil) }
      do {
        return try table(sql, bindings: bindings)
      } catch StoreError.interrupted {
        return nil
      }
    }
  }

  /// Interrupts whatever runs beyond `end`, which stays where it is until told otherwise with nil.
  private func watch(_ end: UnsafeMutablePointer<ContinuousClock.Instant>?) throws {
    try read { db in
      guard let end else { return sqlite3_progress_handler(db.sqliteConnection, 0, nil, nil) }
      sqlite3_progress_handler(
        db.sqliteConnection, 1000,
        { end in
          guard let end else { return 0 }
          return end.load(as: ContinuousClock.Instant.self) < .now ? 1 : 0
        }, end)
    }
  }
}
