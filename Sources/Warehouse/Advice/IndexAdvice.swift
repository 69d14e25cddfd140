internal import GRDB
internal import SQLSyntax
internal import Tables

/// Indexes that would help a query, by what SQLite's planner says.
package struct IndexAdvice: Sendable {
  /// `CREATE INDEX` statements; none where nothing helps.
  package var statements: [String]
  /// How SQLite goes about the query today, and how it would with the indexes.
  package var before: QueryPlan
  package var after: QueryPlan
  /// Rows read of each table to tell how many share a value.
  package static let sampleSize = TableSample.size
}

extension Store {
  /// Indexes that would help `sql`: candidates from what it compares and orders by are tried on a copy of
  /// the schema in memory, and those stay that SQLite's planner prefers. Nothing is written, and the query
  /// is not run.
  package func advice(on sql: String) throws -> IndexAdvice {
    let before = try plan(of: sql)
    let tables = try tableShapes()
    let candidates = try candidates(for: sql, among: tables)
    let samples = try samples(of: candidates, among: tables)
    let model = try IndexModel(of: self, samples: samples)
    var indexes = named(candidates, besides: try indexNames())
    var after = try model.plan(of: sql, with: indexes)
    // Fewer to choose from may leave the planner content with fewer still.
    while true {
      let used = indexes.filter { after.uses($0.key) }
      if used.count == indexes.count { break }
      indexes = used
      after = try model.plan(of: sql, with: indexes)
    }
    return IndexAdvice(
      statements: indexes.sorted { $0.key < $1.key }.map { name, index in
        let columns = index.columns.map(sqlName).joined(separator: ", ")
        return "CREATE INDEX \(sqlName(name)) ON \(sqlName(index.table)) (\(columns));"
      }, before: before, after: indexes.isEmpty ? before : after)
  }

  private typealias Candidate = IndexModel.Candidate

  /// Indexes that fit the accesses of `sql`, unless one that is there fits as well.
  private func candidates(for sql: String, among tables: [TableShape]) throws -> [Candidate] {
    let shapes = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    var candidates: [Candidate] = []
    for access in try accesses(of: sql, to: tables) {
      guard let shape = shapes[access.table] else { continue }
      for columns in access.keys(besides: shape.rowID) {
        let candidate = Candidate(table: shape.name, columns: columns.map { shape.columns[$0] })
        let isThere = shape.indexes.contains { $0.starts(with: candidate.columns) }
        if !isThere, !candidates.contains(candidate) { candidates.append(candidate) }
      }
    }
    return candidates
  }

  private func accesses(of sql: String, to tables: [TableShape]) throws -> [AccessTrace.Access] {
    let declarations = tables.map { ($0.name, $0.declaration) }
    let trace = AccessTrace(declarations: Dictionary(uniqueKeysWithValues: declarations))
    let others = try table(
      """
      SELECT sql FROM sqlite_schema
      WHERE type = 'view' OR type = 'table' AND sql LIKE 'CREATE VIRTUAL%'
      """)
    let store = try Store.inMemory()
    defer { try? store.close() }
    try store.write { db in
      try trace.stand(in: db)
      for row in others.rows {
        if let sql = row[0].string { try? db.execute(sql: sql) }
      }
    }
    _ = try store.planRows(of: sql)
    return trace.accesses
  }

  private func samples(
    of candidates: [Candidate], among tables: [TableShape]
  ) throws -> [String: TableSample] {
    let names = Set(candidates.map(\.table))
    var samples: [String: TableSample] = [:]
    for shape in tables where names.contains(shape.name) {
      let indexed = shape.indexes + candidates.filter { $0.table == shape.name }.map(\.columns)
      let columns = shape.columns.filter { column in indexed.contains { $0.contains(column) } }
      samples[shape.name] = try TableSample(of: shape.name, columns: columns, in: self)
    }
    return samples
  }

  private func indexNames() throws -> Set<String> {
    Set(try table("SELECT name FROM sqlite_schema").rows.compactMap { $0[0].string })
  }
}

/// A name for each index, made of what it is on.
private func named(
  _ candidates: [IndexModel.Candidate], besides taken: Set<String>
) -> [String: IndexModel.Candidate] {
  var indexes: [String: IndexModel.Candidate] = [:]
  for candidate in candidates {
    let name = ([candidate.table] + candidate.columns).joined(separator: "_")
    let isFree = !taken.contains(name) && indexes[name] == nil
    indexes[isFree ? name : "\(name)_\(indexes.count + 2)"] = candidate
  }
  return indexes
}

extension QueryPlan {
  /// Whether a step goes by the index called `name`.
  fileprivate func uses(_ name: String) -> Bool {
    details.contains { detail in
      detail.hasSuffix(" INDEX \(name)") || detail.contains(" INDEX \(name) ")
    }
  }
}

extension AccessTrace.Access {
  /// Keys of indexes that would serve it: what is equal first, then a range or the order. Where nothing
  /// is equal, all rows are read: then an index of few columns that holds all that is read serves too.
  fileprivate func keys(besides rowID: Int?) -> [[Int]] {
    // By its row number a row is found at once.
    if let rowID, equal.contains(rowID) { return [] }
    let order = order.filter { !equal.contains($0) }
    var keys = [equal] + range.filter { $0 != rowID }.map { equal + [$0] }
    if !order.isEmpty, order.first != rowID { keys.append(equal + order) }
    if equal.isEmpty {
      keys += keys.map { key in key + read.filter { !key.contains($0) && $0 != rowID } }
        .filter { $0.count <= 3 }
    } else if equal.count > 1 {
      keys += equal.map { [$0] }
    }
    return keys.filter { !$0.isEmpty && $0.count <= 5 }
  }
}
