package import Benchmark
internal import GRDB

extension Store {
  /// How tasks are put together for an engine.
  package struct ArrayPlan {
    /// The engine, as `jobs.backend` has it.
    package var backend: String
    /// The most tasks that an array may have.
    package var mostTasks: Int
    /// What the tasks of an array have in common beside their budget.
    package var kind: (BenchmarkTask) -> String
    /// A name for a new array, unlike all others, and where its manifest will be.
    package var place: () -> (name: String, manifest: String)
    /// The process that hands them over.
    package var worker: String

    package init(
      backend: String, mostTasks: Int, kind: @escaping (BenchmarkTask) -> String,
      place: @escaping () -> (name: String, manifest: String), worker: String
    ) {
      self.backend = backend
      self.mostTasks = mostTasks
      self.kind = kind
      self.place = place
      self.worker = worker
    }
  }

  /// An array that has not ended.
  package struct OpenArray: Sendable, Equatable {
    package let job: Int64
    package let backend: String
    package let name: String
    package let manifest: String
    /// The engine's name for it; nil while it is not known to have been handed over.
    package let id: String?
    /// The process that hands it over, or was to; nil once it has.
    package let worker: String?
    /// How many tasks it had.
    package let count: Int
    /// Its tasks that have not ended, by position: whether they run.
    package let open: [Int: Bool]
  }

  /// What was heard of an array.
  package struct ArrayNews: Sendable {
    /// When each began that runs, where that is known.
    package var running: [Int: String?] = [:]
    package var waiting: Set<Int> = []
    package var ended: Set<Int> = []
    /// Those whose end the engine alone can tell of.
    package var failed: [Int: Run] = [:]

    package init() {}
  }

  /// Puts into arrays those of `tasks` that have no result and that nobody is running.
  ///
  /// - Parameters: as of `queue`.
  package func queue(
    _ tasks: [BenchmarkTask], again: Bool, atMost limit: Int? = nil, keeping: Bool = true,
    inArrays plan: ArrayPlan
  ) throws -> Queueing {
    try write { db in
      var result = Queueing()
      try db.inTransaction(.immediate) {
        var arrays = OpenedArrays(plan)
        try db.settle(tasks, again: again, atMost: limit, &result) { task, id in
          try arrays.add(task, id: id, to: db)
        }
        return keeping ? .commit : .rollback
      }
      return result
    }
  }

  /// The arrays that have not ended, the oldest first; of one engine, where one is named.
  ///
  /// - Complexity: a row for each of their tasks that has not ended.
  package func openArrays(of backend: String? = nil) throws -> [OpenArray] {
    try read { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, backend, name, manifest, external_id, state, worker,
            (SELECT count(*) FROM jobs AS t WHERE t.array_id = j.id) AS count
          FROM jobs AS j
          WHERE task_id IS NULL AND state <> 'ended' AND backend = coalesce(?, backend)
          ORDER BY id
          """, arguments: [backend])
      return try rows.map { row in
        let open = try Row.fetchAll(
          db,
          sql: "SELECT position, state FROM jobs WHERE array_id = ? AND state <> 'ended'",
          arguments: [row["id"]])
        return OpenArray(
          job: row["id"], backend: row["backend"], name: row["name"], manifest: row["manifest"],
          id: row["state"] == "queued" ? nil : row["external_id"], worker: row["worker"],
          count: row["count"],
          open: Dictionary(
            open.map { ($0["position"], $0["state"] == "running") }, uniquingKeysWith: { $1 }))
      }
    }
  }

  /// The tasks of an array, by position.
  package func tasks(ofArray job: Int64) throws -> [BenchmarkTask] {
    try read { db in
      try Row.fetchAll(db, sql: arrayTasksSQL, arguments: [job]).compactMap { row in
        guard let type = ProblemType(rawValue: row["type"]) else { return nil }
        return BenchmarkTask(
          framework: Framework(name: row["framework"], version: row["version"]),
          dataset: Dataset(openMLID: row["openml_id"], name: row["dataset"]), type: type,
          seed: row["seed"], fold: row["fold"],
          budget: Budget(
            name: row["budget"], cores: row["cores"], memoryMB: row["memory_mb"],
            softLimit: (row["soft_seconds"] as Double?).map { .seconds($0) },
            hardLimit: (row["hard_seconds"] as Double?).map { .seconds($0) }))
      }
    }
  }

  /// Takes over an array that nobody handed over, from `before`; false where somebody else was faster.
  package func take(array job: Int64, from before: String?, for worker: String) throws -> Bool {
    try write { db in
      try db.execute(
        sql: "UPDATE jobs SET worker = ? WHERE id = ? AND state = 'queued' AND worker IS ?",
        arguments: [worker, job, before])
      return db.changesCount == 1
    }
  }

  /// Notes that an engine has an array, and its name for it.
  package func submitted(array job: Int64, as id: String, at time: String) throws {
    try write { db in
      try db.inTransaction(.immediate) {
        try db.execute(
          sql: """
            UPDATE jobs SET state = 'submitted', external_id = ?, submitted_at = ?, worker = NULL
            WHERE id = ?
            """, arguments: [id, time, job])
        try db.execute(
          sql: """
            UPDATE jobs SET state = 'submitted', submitted_at = ?
            WHERE array_id = ? AND state = 'queued'
            """, arguments: [time, job])
        return .commit
      }
    }
  }

  /// Forgets an array that no engine has, and never had; its tasks are as if they had not been queued.
  package func forget(array job: Int64) throws {
    try write { db in
      try db.execute(
        sql: "DELETE FROM jobs WHERE id = ? AND state = 'queued'", arguments: [job])
    }
  }

  /// Notes what was heard of an array; it ends with the last of its tasks.
  ///
  /// - Parameter source: what the runs come from of tasks that the engine alone can tell of.
  package func hear(_ news: ArrayNews, ofArray job: Int64, source: String) throws {
    try write { db in
      try db.inTransaction(.immediate) {
        for (position, startedAt) in news.running {
          try db.move(position, of: job, to: "running", startedAt: startedAt)
        }
        for position in news.waiting { try db.move(position, of: job, to: "submitted") }
        for position in news.ended { try db.move(position, of: job, to: "ended") }
        for (position, run) in news.failed {
          try db.fail(position, of: job, run, source: source)
        }
        try db.execute(
          sql: """
            UPDATE jobs SET state = 'ended'
            WHERE id = ?1
              AND NOT EXISTS (SELECT 1 FROM jobs WHERE array_id = ?1 AND state <> 'ended')
            """, arguments: [job])
        return .commit
      }
    }
  }
}

/// The arrays that tasks are being put into.
private struct OpenedArrays {
  private struct Kind: Hashable {
    var budget: Budget
    var words: String
  }

  private struct Filling {
    var job: Int64
    var name: String
    var count = 0
  }

  private let plan: Store.ArrayPlan
  private var filling: [Kind: Filling] = [:]

  init(_ plan: Store.ArrayPlan) {
    self.plan = plan
  }

  /// Adds a task to the array of its kind, or to a new one where that is full.
  mutating func add(_ task: BenchmarkTask, id: Int64, to db: Database) throws -> Int64 {
    let kind = Kind(budget: task.budget, words: plan.kind(task))
    var array = try filling[kind].flatMap { $0.count < plan.mostTasks ? $0 : nil } ?? open(in: db)
    try db.execute(
      sql: """
        INSERT INTO jobs (backend, external_id, task_id, state, array_id, position)
        VALUES (?, ?, ?, 'queued', ?, ?)
        """,
      arguments: [plan.backend, "\(array.name)[\(array.count)]", id, array.job, array.count])
    array.count += 1
    filling[kind] = array
    return db.lastInsertedRowID
  }

  private func open(in db: Database) throws -> Filling {
    let (name, manifest) = plan.place()
    try db.execute(
      sql: """
        INSERT INTO jobs (backend, external_id, name, manifest, state, worker)
        VALUES (?1, ?2, ?2, ?3, 'queued', ?4)
        """, arguments: [plan.backend, name, manifest, plan.worker])
    return Filling(job: db.lastInsertedRowID, name: name)
  }
}

extension Database {
  fileprivate func move(
    _ position: Int, of array: Int64, to state: String, startedAt: String? = nil
  ) throws {
    try execute(
      sql: """
        UPDATE jobs SET state = ?, started_at = coalesce(?, started_at)
        WHERE array_id = ? AND position = ? AND state <> 'ended'
        """, arguments: [state, startedAt, array, position])
  }

  /// Ends a task of an array with a run, unless it has ended before.
  fileprivate func fail(_ position: Int, of array: Int64, _ run: Run, source: String) throws {
    let task = try Int64.fetchOne(
      self,
      sql: """
        SELECT task_id FROM jobs WHERE array_id = ? AND position = ? AND state <> 'ended'
        """, arguments: [array, position])
    guard let task else { return }
    let source = try BulkWrite(self).id(of: RunSource(name: source, kind: source))
    _ = try insert(run, task: task, source: source)
    try move(position, of: array, to: "ended")
  }
}

private let arrayTasksSQL = """
  SELECT
    f.name AS framework, f.version, d.name AS dataset, d.openml_id, t.type, t.seed, t.fold,
    b.name AS budget, b.cores, b.memory_mb, b.soft_seconds, b.hard_seconds
  FROM jobs AS j
  JOIN tasks AS t ON t.id = j.task_id
  JOIN frameworks AS f ON f.id = t.framework_id
  JOIN datasets AS d ON d.id = t.dataset_id
  JOIN budgets AS b ON b.id = t.budget_id
  WHERE j.array_id = ?
  ORDER BY j.position
  """
