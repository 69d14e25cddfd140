package import Benchmark
internal import GRDB

extension Store {
  /// Records one attempt at a task, after those that `source` has of it; returns the run's id.
  ///
  /// For runs as they are made, one at a time; an import writes in bulk.
  package func record(
    _ run: Run, of task: BenchmarkTask, source: String
  ) throws -> Int64 {
    try write { db in
      var id: Int64 = 0
      try db.inTransaction(.immediate) {
        id = try db.record(run, of: task, source: source)
        return .commit
      }
      return id
    }
  }
}

extension Database {
  /// Adds a run of `task`, within a transaction; returns its id.
  @discardableResult
  func record(_ run: Run, of task: BenchmarkTask, source: String) throws -> Int64 {
    let bulk = BulkWrite(self)
    return try insert(
      run, task: id(of: task, Names(bulk.connection())),
      source: bulk.id(of: RunSource(name: source, kind: source)))
  }

  /// Adds a run with its scores and its log, after those that the source has of the task.
  func insert(_ run: Run, task: Int64, source: Int64) throws -> Int64 {
    try execute(
      sql: """
        INSERT INTO runs (
          task_id, source_id, key, status, class, message, started_at, duration, train_seconds,
          predict_seconds, cpu_seconds, peak_memory_mb, details)
        SELECT ?1, ?2, 1 + coalesce(max(CAST(key AS INTEGER)), 0), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,
          ?12
        FROM runs WHERE task_id = ?1 AND source_id = ?2
        """,
      arguments: [
        task, source, run.outcome.status, run.outcome.failureClass?.rawValue, run.outcome.message,
        run.startedAt, run.duration?.inSeconds, run.trainingTime?.inSeconds,
        run.predictionTime?.inSeconds, run.cpuTime?.inSeconds, run.peakMemoryMB,
        run.details,
      ])
    let id = lastInsertedRowID
    for score in run.scores {
      try execute(
        sql: """
          INSERT INTO scores (run_id, metric_id, value)
          VALUES (?, (SELECT id FROM metrics WHERE name = ?), ?)
          """,
        arguments: [id, score.metric, score.value])
    }
    if let log = run.log {
      try execute(sql: "INSERT INTO logs (run_id, text) VALUES (?, ?)", arguments: [id, log])
    }
    return id
  }

  /// The id of `task`, which gets its row if it is new.
  func id(of task: BenchmarkTask, _ names: Names) throws -> Int64 {
    let key: StatementArguments = try [
      names.framework(task.framework), names.dataset(task.dataset), names.budget(task.budget),
      task.type.rawValue, task.seed, task.fold,
    ]
    let known = try Int64.fetchOne(
      self,
      sql: """
        SELECT id FROM tasks
        WHERE framework_id = ? AND dataset_id = ? AND budget_id = ? AND type = ? AND seed = ?
          AND fold = ?
        """, arguments: key)
    if let known { return known }
    try execute(
      sql: """
        INSERT INTO tasks (framework_id, dataset_id, budget_id, type, seed, fold)
        VALUES (?, ?, ?, ?, ?, ?)
        """, arguments: key)
    return lastInsertedRowID
  }
}

extension Duration {
  fileprivate var inSeconds: Double { self / .seconds(1) }
}
