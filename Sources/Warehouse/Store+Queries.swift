internal import GRDB

extension Store {
  /// Keeps `query` in the warehouse under its name.
  ///
  /// - Throws: `StoreError.exists` where one of that name is kept and may not be replaced.
  package func save(_ query: StoredQuery, replacing: Bool) throws {
    try write { db in
      try db.execute(
        sql: replacing
          ? "INSERT OR REPLACE INTO stored_queries (name, sql) VALUES (?, ?)"
          : "INSERT OR IGNORE INTO stored_queries (name, sql) VALUES (?, ?)",
        arguments: [query.name, query.sql])
      guard db.changesCount > 0 else { throw StoreError.exists("the stored query \(query.name)") }
    }
  }

  /// Removes the query called `name` from the warehouse.
  ///
  /// - Throws: `StoreError.noQuery` where the warehouse has none of that name.
  package func removeQuery(_ name: String) throws {
    try write { db in
      try db.execute(sql: "DELETE FROM stored_queries WHERE name = ?", arguments: [name])
      guard db.changesCount > 0 else {
        throw StoreError.noQuery(
          name, known: try String.fetchAll(db, sql: "SELECT name FROM stored_queries"))
      }
    }
  }
}
