package import Benchmark
internal import GRDB

extension Store {
  /// A task in the queue.
  package struct QueuedTask: Sendable, Hashable {
    package let job: Int64
    package let task: BenchmarkTask
  }

  /// What became of tasks that were to be queued.
  package struct Queueing: Sendable, Equatable {
    /// In the order in which they were given.
    package var queued: [QueuedTask] = []
    /// How many have a result.
    package var finished = 0
    /// How many failed by their own fault, and are not to be tried again.
    package var failed = 0
    /// How many another process, or an engine elsewhere, is running or about to run.
    package var running = 0
    /// How many were running when their process was ended; each has an interrupted run now.
    package var lost = 0
  }

  /// The backend whose queue is this machine's.
  package static let localBackend = "local"

  /// Puts into the queue those of `tasks` that have no result and that nobody is running.
  ///
  /// - Parameters:
  ///   - again: also those whose last run failed by their own fault; what was interrupted, or failed by
  ///     the machine's, is queued either way.
  ///   - limit: how many are queued at most.
  ///   - keeping: false only tells what would be queued.
  ///   - source: what the runs come from of jobs whose worker is gone, which end first.
  /// - Complexity: a few look-ups in indexes for each task, in one transaction.
  package func queue(
    _ tasks: [BenchmarkTask], again: Bool, atMost limit: Int? = nil, keeping: Bool = true,
    source: String, whoseWorkerIsGone isGone: (String) -> Bool
  ) throws -> Queueing {
    try write { db in
      var result = Queueing()
      try db.inTransaction(.immediate) {
        result.lost = try db.endJobs(source: source, where: isGone)
        try db.settle(tasks, again: again, atMost: limit, &result) { _, id in
          try db.queue(id)
        }
        return keeping ? .commit : .rollback
      }
      return result
    }
  }

  /// Takes a queued job for `worker`; false where somebody else was faster, an engine elsewhere say.
  package func take(_ job: Int64, for worker: String, at time: String) throws -> Bool {
    try write { db in
      try db.execute(
        sql: """
          UPDATE jobs SET state = 'running', worker = ?, started_at = ?
          WHERE id = ? AND state = 'queued'
            AND NOT EXISTS (
              SELECT 1 FROM jobs AS other
              WHERE other.task_id = jobs.task_id AND other.array_id IS NOT NULL
                AND other.state <> 'ended')
          """, arguments: [worker, time, job])
      return db.changesCount == 1
    }
  }

  /// Records the run that a job came to; `again` leaves it in the queue for another attempt.
  package func record(
    _ run: Run, of queued: QueuedTask, source: String, again: Bool = false
  ) throws {
    try write { db in
      try db.inTransaction(.immediate) {
        try db.record(run, of: queued.task, source: source)
        try db.end(queued.job, state: again ? "queued" : "ended")
        return .commit
      }
    }
  }
}

extension Database {
  /// Finds out which of `tasks` are to be queued, each once, and has `queue` make a job of each.
  func settle(
    _ tasks: [BenchmarkTask], again: Bool, atMost limit: Int?, _ result: inout Store.Queueing,
    queue: (BenchmarkTask, _ id: Int64) throws -> Int64
  ) throws {
    let names = try Names(BulkWrite(self).connection())
    var seen: Set<Int64> = []
    for task in tasks where result.queued.count < limit ?? .max {
      let id = try self.id(of: task, names)
      guard seen.insert(id).inserted, try isFree(id, again: again, &result) else { continue }
      result.queued.append(Store.QueuedTask(job: try queue(task, id), task: task))
    }
  }

  /// Whether a task is to be queued; else what keeps it from that is counted.
  private func isFree(_ id: Int64, again: Bool, _ result: inout Store.Queueing) throws -> Bool {
    let row = try Row.fetchOne(
      self,
      sql: """
        SELECT
          EXISTS (SELECT 1 FROM current_runs WHERE task_id = :task AND status = 'ok') AS finished,
          (SELECT class FROM current_runs WHERE task_id = :task
           ORDER BY started_at DESC, id DESC LIMIT 1) AS class,
          EXISTS (
            SELECT 1 FROM jobs
            WHERE task_id = :task AND state <> 'ended'
              AND (array_id IS NOT NULL OR state = 'running')) AS running
        """, arguments: ["task": id])
    let failure = (row?["class"] as String?).flatMap(FailureClass.init)
    if row?["finished"] == true {
      result.finished += 1
    } else if row?["running"] == true {
      result.running += 1
    } else if let failure, !failure.isWorthARetry, !again {
      result.failed += 1
    } else {
      return true
    }
    return false
  }

  /// Puts a task into the queue of this machine, in which it may have been before.
  fileprivate func queue(_ task: Int64) throws -> Int64 {
    let job = try Int64.fetchOne(
      self,
      sql: """
        INSERT INTO jobs (backend, external_id, task_id, state) VALUES (?1, ?2, ?2, 'queued')
        ON CONFLICT (backend, external_id) DO UPDATE SET state = 'queued'
        RETURNING id
        """, arguments: [Store.localBackend, task])
    guard let job else { preconditionFailure("a row that was written is there") }
    return job
  }

  /// Ends the jobs of workers that are gone, each with an interrupted run; returns how many they were.
  fileprivate func endJobs(source: String, where isGone: (String) -> Bool) throws -> Int {
    let rows = try Row.fetchAll(
      self,
      sql: """
        SELECT id, task_id, worker, started_at FROM jobs
        WHERE backend = ? AND state = 'running'
        """, arguments: [Store.localBackend]
    ).filter { isGone($0["worker"] ?? "") }
    guard !rows.isEmpty else { return 0 }
    let source = try BulkWrite(self).id(of: RunSource(name: source, kind: source))
    for row in rows {
      let lost = Run(
        outcome: .killed(.interrupted, "benchdb was ended while it ran"),
        startedAt: row["started_at"])
      _ = try insert(lost, task: row["task_id"], source: source)
      try end(row["id"], state: "ended")
    }
    return rows.count
  }

  fileprivate func end(_ job: Int64, state: String) throws {
    try execute(
      sql: "UPDATE jobs SET state = ?, worker = NULL WHERE id = ?", arguments: [state, job])
  }
}
