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
        let source = try db.rowID(
          "SELECT id FROM sources WHERE name = ?1", [source],
          orInsert: "INSERT INTO sources (name, kind) VALUES (?1, ?1)", [source])
        id = try db.insert(run, task: db.id(of: task), source: source)
        return .commit
      }
      return id
    }
  }
}

extension Database {
  fileprivate func insert(_ run: Run, task: Int64, source: Int64) throws -> Int64 {
    try execute(
      sql: """
        INSERT INTO runs (
          task_id, source_id, key, status, class, message, started_at, duration, train_seconds,
          predict_seconds, cpu_seconds, peak_memory_mb)
        SELECT ?1, ?2, 1 + coalesce(max(CAST(key AS INTEGER)), 0), ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11
        FROM runs WHERE task_id = ?1 AND source_id = ?2
        """,
      arguments: [
        task, source, run.outcome.status, run.outcome.failureClass?.rawValue, run.outcome.message,
        run.startedAt, run.duration?.inSeconds, run.trainingTime?.inSeconds,
        run.predictionTime?.inSeconds, run.cpuTime?.inSeconds, run.peakMemoryMB,
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

  fileprivate func id(of task: BenchmarkTask) throws -> Int64 {
    let framework = task.framework
    let key: [(any DatabaseValueConvertible)?] = try [
      rowID(
        "SELECT id FROM frameworks WHERE name = ?1 AND version = ?2",
        [framework.name, framework.version],
        orInsert: "INSERT INTO frameworks (name, version) VALUES (?1, ?2)",
        [framework.name, framework.version]),
      id(of: task.dataset), task.type.rawValue, task.seed, task.fold, id(of: task.budget),
    ]
    return try rowID(
      """
      SELECT id FROM tasks
      WHERE framework_id = ?1 AND dataset_id = ?2 AND type = ?3 AND seed = ?4 AND fold = ?5
        AND budget_id = ?6
      """, key,
      orInsert: """
        INSERT INTO tasks (framework_id, dataset_id, type, seed, fold, budget_id)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6)
        """, key)
  }

  private func id(of dataset: Dataset) throws -> Int64 {
    let isOpenML = dataset.openMLID != nil
    return try rowID(
      isOpenML
        ? "SELECT id FROM datasets WHERE openml_id = ?1"
        : "SELECT id FROM datasets WHERE openml_id IS NULL AND name = ?1",
      [dataset.openMLID.map { $0 as any DatabaseValueConvertible } ?? dataset.name],
      orInsert: "INSERT INTO datasets (openml_id, name) VALUES (?1, ?2)",
      [dataset.openMLID, dataset.name])
  }

  private func id(of budget: Budget) throws -> Int64 {
    try rowID(
      "SELECT id FROM budgets WHERE name = ?1", [budget.name],
      orInsert: """
        INSERT INTO budgets (name, cores, memory_mb, soft_seconds, hard_seconds)
        VALUES (?1, ?2, ?3, ?4, ?5)
        """,
      [
        budget.name, budget.cores, budget.memoryMB, budget.softLimit?.inSeconds,
        budget.hardLimit?.inSeconds,
      ])
  }

  /// The id that `select` finds, or that of the row that `insert` makes.
  fileprivate func rowID(
    _ select: String, _ key: [(any DatabaseValueConvertible)?],
    orInsert insert: String, _ values: [(any DatabaseValueConvertible)?]
  ) throws -> Int64 {
    if let id = try Int64.fetchOne(self, sql: select, arguments: StatementArguments(key)) {
      return id
    }
    try execute(sql: insert, arguments: StatementArguments(values))
    return lastInsertedRowID
  }
}

extension Duration {
  fileprivate var inSeconds: Double { self / .seconds(1) }
}
