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

  /// Gives logs of runs that passed, and of workers', their runs, whichever came first; to be called at a
  /// sync's end.
  ///
  /// What a worker had printed while it ran goes when its record has come: the log of its end has it all.
  ///
  /// Writes nothing where all have theirs, and so waits for nobody's lock.
  package func settleBucket(_ source: String) throws {
    try settle(source, whereTrue: isDueSQL, settleSQL)
    try settle(source, whereTrue: "SELECT EXISTS (\(workersLogsSQL))", settleWorkersSQL)
  }

  private func settle(_ source: String, whereTrue condition: String, _ sql: String) throws {
    let arguments: StatementArguments = ["source": source]
    let isDue = try read { db in
      try Bool.fetchOne(db, sql: condition, arguments: arguments) ?? false
    }
    guard isDue else { return }
    try write { db in try db.execute(sql: sql, arguments: arguments) }
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

/// Logs of workers that know nothing of their runs, whose records have come. The record's key is that of
/// the log but for what follows the folder; the log of a run's end is named for its beginning.
private let workersLogsSQL = """
  SELECT l.id, r.task_id, o.key LIKE '%logs/running/' || o.original_id || '.log' AS is_running,
    CASE WHEN o.key LIKE '%/' || strftime('%Y%m%d%H%M%S', r.started_at) || '.log' THEN r.id END
      AS run_id
  FROM logs AS l
  JOIN objects AS o ON o.log_id = l.id AND o.kind = 'log' AND o.original_id IS NOT NULL
  JOIN sources AS s ON s.id = o.source_id AND s.name = :source
  JOIN objects AS b ON b.source_id = o.source_id
    AND b.key = substr(o.key, 1, instr(o.key, 'logs/') - 1) || 'out/results' || o.original_id || '.json'
  JOIN runs AS r ON r.id = b.run_id
  WHERE l.run_id IS NULL AND l.task_id IS NULL
  """

private let settleWorkersSQL = """
  CREATE TEMP TABLE workers_logs AS \(workersLogsSQL);
  UPDATE objects SET log_id = NULL
  WHERE log_id IN (SELECT id FROM workers_logs WHERE is_running);
  DELETE FROM logs WHERE id IN (SELECT id FROM workers_logs WHERE is_running);
  UPDATE logs SET run_id = w.run_id, task_id = w.task_id
  FROM workers_logs AS w
  WHERE w.id = logs.id;
  DROP TABLE workers_logs;
  """
