package import Benchmark
internal import GRDB

extension Store {
  /// Calls `body` with a writer of what a bucket holds, in one transaction: all of it or, when anything
  /// throws or the process dies, nothing.
  ///
  /// - Parameters:
  ///   - source: the bucket's source; it gets its row if it has none.
  ///   - budget: that of all its runs, which a bucket does not say.
  ///   - studyTypes: the problem type of a study, by its tag.
  @discardableResult package func writeBucket(
    _ source: RunSource, budget: Budget, studyTypes: [String: ProblemType] = [:],
    _ body: (inout BucketWriter) throws -> Void
  ) throws -> BucketCounts {
    try bulkWrite { bulk in
      var writer = try BucketWriter(source, budget: budget, studyTypes: studyTypes, in: bulk)
      try body(&writer)
      return try writer.finish(in: bulk)
    }
  }

  /// Gives logs of runs that passed their runs, whichever came first; to be called at a sync's end.
  ///
  /// Writes nothing where all have theirs, and so waits for nobody's lock.
  package func settleBucket(_ source: String) throws {
    let isDue = try read { db in
      try Bool.fetchOne(db, sql: isDueSQL, arguments: ["source": source]) ?? false
    }
    guard isDue else { return }
    try write { db in try db.execute(sql: settleSQL, arguments: ["source": source]) }
  }
}

private let isDueSQL = """
  SELECT EXISTS (
    SELECT 1
    FROM logs AS l
    JOIN objects AS o ON o.log_id = l.id AND o.kind = 'log'
    JOIN sources AS s ON s.id = o.source_id
    JOIN current_runs AS r ON r.task_id = l.task_id AND r.source_id = s.id AND r.status = 'ok'
    WHERE l.run_id IS NULL AND l.task_id IS NOT NULL AND s.name = :source)
  """

private let settleSQL = """
  UPDATE logs SET run_id = (
    SELECT max(r.id)
    FROM current_runs AS r
    JOIN objects AS o ON o.log_id = logs.id AND o.source_id = r.source_id
    WHERE r.task_id = logs.task_id AND r.status = 'ok')
  WHERE run_id IS NULL AND task_id IS NOT NULL
    AND EXISTS (
      SELECT 1 FROM objects AS o JOIN sources AS s ON s.id = o.source_id
      WHERE o.log_id = logs.id AND o.kind = 'log' AND s.name = :source)
  """
