internal import GRDB
internal import Tables

/// A copy of a warehouse in memory that has its tables, views and indexes but no rows, with statistics
/// as if it had: what SQLite would do with other indexes is seen there, and nothing is written.
struct IndexModel {
  /// An index that may be worth having.
  struct Candidate: Hashable {
    var table: String
    var columns: [String]
  }

  private let store: Store
  private let samples: [String: TableSample]

  /// - Parameter samples: of each table whose accesses matter.
  init(of warehouse: Store, samples: [String: TableSample]) throws {
    store = try .inMemory()
    self.samples = samples
    let schema = try warehouse.table(
      """
      SELECT name, sql FROM sqlite_schema
      WHERE sql IS NOT NULL AND type IN ('table', 'view', 'index') AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND name NOT IN (SELECT name FROM pragma_table_list WHERE type = 'shadow')
      ORDER BY type = 'table' DESC
      """)
    try store.write { db in
      for row in schema.rows {
        // What a module of someone else's made cannot be made here, and is not what is asked about.
        if let sql = row[1].string { try? db.execute(sql: sql) }
      }
      try db.execute(sql: "ANALYZE")
    }
  }

  /// The plan of `sql` while these indexes are there too, each with its name.
  func plan(of sql: String, with indexes: [String: Candidate]) throws -> QueryPlan {
    try store.write { db in
      for (name, index) in indexes {
        let columns = index.columns.map(quoted).joined(separator: ", ")
        try db.execute(sql: "CREATE INDEX \(quoted(name)) ON \(quoted(index.table)) (\(columns))")
      }
      try setStatistics(db)
    }
    defer {
      try? store.write { db in
        for name in indexes.keys { try db.execute(sql: "DROP INDEX \(quoted(name))") }
      }
    }
    return QueryPlan(try store.planRows(of: sql)) { _ in nil }
  }

  /// Fills `sqlite_stat1` by the samples and makes SQLite read it.
  private func setStatistics(_ db: Database) throws {
    try db.execute(sql: "DELETE FROM sqlite_stat1")
    for (table, sample) in samples {
      try db.execute(
        sql: "INSERT INTO sqlite_stat1 VALUES (?, NULL, ?)", arguments: [table, "\(sample.rows)"])
      for index in try db.indexes(on: table) {
        let counts = index.columns.indices.map {
          String(sample.rowsPerValue(of: Array(index.columns[...$0])))
        }
        let statistics = ([String(sample.rows)] + counts).joined(separator: " ")
        try db.execute(
          sql: "INSERT INTO sqlite_stat1 VALUES (?, ?, ?)",
          arguments: [table, index.name, statistics])
      }
    }
    try db.execute(sql: "ANALYZE sqlite_schema")
  }
}
