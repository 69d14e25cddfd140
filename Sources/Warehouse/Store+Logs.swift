internal import Tables

/// The text that a run left, as the warehouse keeps it.
package struct StoredLog: Sendable, Hashable {
  package var id: Int64
  /// Nil for a log that no run is known to have left.
  package var run: Int64?
  /// The run's source, or the log's where it has no run.
  package var source: String
  /// The key of the bucket's object that it was; empty for what was made here. Whoever makes a path of
  /// it must not trust it.
  package var key: String
  package var text: String
  /// What the bucket's object has; nil for what was made here. The text is the object's but for what is no
  /// UTF-8 in it and for the middle of a very long one.
  package var etag: String?
  package var size: Int?

  package init(
    id: Int64, run: Int64?, source: String, key: String, text: String, etag: String? = nil,
    size: Int? = nil
  ) {
    self.id = id
    self.run = run
    self.source = source
    self.key = key
    self.text = text
    self.etag = etag
    self.size = size
  }
}

extension Store {
  /// Hands over logs in the order of their keys, then of their ids.
  ///
  /// A log without a run is of no selection, and so comes only where there is none.
  ///
  /// - Parameter failedOnly: leaves out those of runs that ended well, and those that nothing says how
  ///   their run ended.
  package func logs(
    of selection: Selection, failedOnly: Bool, _ body: (StoredLog) throws -> Void
  ) throws {
    let (condition, bindings) = selection.condition
    var conditions = ["(results.run_id IS NOT NULL AND \(condition))"]
    if selection.isEmpty { conditions = ["(results.run_id IS NOT NULL OR l.run_id IS NULL)"] }
    if failedOnly {
      conditions.append(
        "(results.status IN ('failed', 'timeout', 'killed') OR (l.run_id IS NULL AND o.kind = 'orphan'))"
      )
    }
    // A sort of the texts would hold all of them in memory.
    let ids = try table(
      """
      SELECT l.id
      FROM logs AS l
      LEFT JOIN results ON results.run_id = l.run_id
      LEFT JOIN objects AS o ON o.log_id = l.id
      WHERE \(conditions.joined(separator: " AND "))
      ORDER BY l.key, l.id
      """, bindings: bindings)
    for row in ids.rows {
      guard case .integer(let id) = row[0], let log = try log(id) else { continue }
      try body(log)
    }
  }

  /// A log by its id, nil if there is none.
  package func log(_ id: Int64) throws -> StoredLog? {
    try table(logSQL, bindings: ["id": .integer(id)]).rows.first.map { row in
      StoredLog(
        id: id, run: row[0].number.map { Int64($0) }, source: row[1].string ?? "",
        key: row[2].string ?? "", text: row[3].string ?? "", etag: row[4].string,
        size: row[5].number.map { Int($0) })
    }
  }
}

private let logSQL = """
  SELECT l.run_id, coalesce(s.name, ''), l.key, l.text, o.etag, o.size
  FROM logs AS l
  LEFT JOIN runs AS r ON r.id = l.run_id
  LEFT JOIN objects AS o ON o.log_id = l.id
  LEFT JOIN sources AS s ON s.id = coalesce(r.source_id, o.source_id)
  WHERE l.id = :id
  """
