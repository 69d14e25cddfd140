package import Benchmark

/// Writes what a bucket holds, within a transaction of `Store.writeBucket`'s.
///
/// An object and its row in the ledger go in together, so that the ledger never says more, or less, than is
/// there. What the ledger has as it is, and what was deleted on purpose, is passed over.
package struct BucketWriter {
  /// An object whose run is waiting in the writer of runs.
  private struct Waiting {
    var row: ObjectLedger.Row
    var log: [UInt8]?
    var known: ObjectLedger.Known
  }

  /// Bytes of logs that may wait; memory is for something else.
  private static let mostWaiting = 1 << 23

  package private(set) var counts = BucketCounts()

  private let ledger: ObjectLedger
  private let rejects: RejectTable
  private let logs: LogTable
  private let rules: FailureRules
  private let budget: Int64
  private var runs: RunWriter
  private var results: ResultBody
  private var plan: BucketPlan
  private var row = RunRow()
  private var waiting: [Waiting] = []
  private var waitingBytes = 0
  private var keys: Set<String> = []

  init(
    _ source: RunSource, budget: Budget, studyTypes: [String: ProblemType], in bulk: BulkWrite
  ) throws {
    let connection = try bulk.connection()
    let id = try bulk.id(of: source)
    runs = try RunWriter(connection, source: id, duplicates: .replace)
    self.budget = try runs.names.budget(budget)
    results = try ResultBody(&runs, budget: self.budget)
    ledger = try ObjectLedger(connection, source: id)
    rejects = try RejectTable(connection, source: id)
    logs = try LogTable(connection)
    rules = try FailureRules(connection)
    plan = BucketPlan(source: id, budget: budget, types: studyTypes)
  }

  // MARK: What there is

  /// Writes the result of the task that the plan has at `id`; what is no result is rejected.
  ///
  /// Beside a record it says nothing new, and brings no run.
  package mutating func result(_ object: BucketObject, id: Int, body: [UInt8]) throws {
    guard let known = try admit(object) else { return }
    if try hasRecord(object.key) { return try settle(object, .result(id: id), known) }
    row.clear()
    do {
      try results.read(body, id: id, into: &row, &runs.names)
    } catch let fault as RowFault {
      return try reject(object, .result(id: id), known, reason: fault.reason, body: body)
    }
    if row.ending.isFailed { counts.failed += 1 }
    counts.results += 1
    try add(object, .result(id: id), known)
  }

  /// Writes the run that a worker's record tells of, in place of the one that the result beside it has
  /// brought; what is no record is rejected.
  package mutating func record(_ object: BucketObject, id: Int, body: [UInt8]) throws {
    guard var known = try admit(object) else { return }
    row.clear()
    let isOK: Bool
    do {
      isOK = try RecordBody.read(body, id: id, into: &row, by: &runs)
    } catch let fault as RowFault {
      return try reject(object, .record(id: id), known, reason: fault.reason, body: body)
    }
    let result = String(object.key.dropLast(5)) + ".csv"
    if keys.contains(result) {
      // The row is full already: what waits takes no part of it.
      try flush()
    }
    if let run = try ledger.release(result) { known.run = known.run ?? run }
    if isOK { counts.results += 1 } else { counts.failed += 1 }
    try add(object, .record(id: id), known, kind: isOK ? nil : "other")
  }

  /// Whether a record stands beside a result, or did until it was deleted on purpose.
  private func hasRecord(_ key: String) throws -> Bool {
    let record = String(key.dropLast(4)) + ".json"
    if keys.contains(record) { return true }
    let known = try ledger.known(record)
    return known.run != nil || known.isTombstone
  }

  /// Writes the log of a run, and for a run that failed or was killed the run itself.
  ///
  /// Of a worker's log the record tells the run, which `Store.settleBucket` finds.
  ///
  /// The task is that which the text names, else the key. A log that is of another task than its key says
  /// is what a killed run left there.
  ///
  /// - Parameter text: any bytes; what is no text is repaired.
  package mutating func log(_ object: BucketObject, key: BucketKey, text: [UInt8]) throws {
    guard let known = try admit(object) else { return }
    counts.logs += 1
    if case .orphan = key { counts.orphans += 1 }
    if let id = workersID(key, text) {
      let log = try logs.put(
        known.run == nil ? known.log : nil, key: object.key, text, run: nil, task: nil)
      return try settle(object, key, known, log: log, id: id)
    }
    let ending = LogEnding(key, text: text)
    guard let task = ending.task, let fallback = ending.fallback else {
      return try keep(text, of: ending.task, object, key, known)
    }
    let cause = try rules.ending(of: text)
    row.clear()
    try describe(task)
    row.ending = .failed(cause.failure ?? fallback)
    row.message = row.keep(cause.message)
    counts.failed += 1
    try add(object, key, known, log: text)
  }

  /// Writes the datasets of a study, and the tasks that they are planned to be part of.
  package mutating func study(_ object: BucketObject, tag: String, body: [UInt8]) throws {
    guard let known = try admit(object) else { return }
    do {
      try plan.add(StudyFile(tag: tag, bytes: body))
    } catch StoreError.malformedHeader(_, let line, let reason) {
      let reason = "line \(line) \(reason)"
      return try reject(object, .study(tag: tag), known, reason: reason, body: body)
    }
    try settle(object, .study(tag: tag), known)
  }

  /// Keeps an object that cannot be read, and why: what a sentence that begins with its key goes on with.
  package mutating func reject(
    _ object: BucketObject, key: BucketKey, reason: String, body: [UInt8]
  ) throws {
    guard let known = try admit(object) else { return }
    try reject(object, key, known, reason: reason, body: body)
  }

  // MARK: What is gone

  /// Marks an object as gone from the bucket; what it brought stays.
  package mutating func vanish(key: String) throws {
    try flush()
    if try ledger.vanish(key) { counts.vanished += 1 }
  }

  /// Marks an object as there again, with the body that it had.
  package mutating func reappear(key: String) throws {
    try flush()
    if try ledger.reappear(key) { counts.reappeared += 1 }
  }

  /// Writes all that waits; the writer is of no use afterwards.
  mutating func finish(in bulk: BulkWrite) throws -> BucketCounts {
    try flush()
    _ = try runs.finish()
    counts.notes += try plan.write(in: bulk)
    return counts
  }
}

// MARK: - One object

extension BucketWriter {
  /// What is known of an object, nil if nothing is to be done about it.
  private mutating func admit(_ object: BucketObject) throws -> ObjectLedger.Known? {
    if keys.contains(object.key) { try flush() }
    let known = try ledger.known(object.key)
    if known.isTombstone {
      counts.tombstoned += 1
      return nil
    }
    guard known.isAs(object) else { return known }
    counts.skipped += 1
    if known.isVanished { try reappear(key: object.key) }
    return nil
  }

  /// Hands the run in `row` on; the ledger gets its row when the run has its own.
  private mutating func add(
    _ object: BucketObject, _ key: BucketKey, _ known: ObjectLedger.Known, log: [UInt8]? = nil,
    kind: String? = nil
  ) throws {
    // A key that brought a run before brings another version of it.
    row.key = row.keep(known.run == nil ? object.key : "\(object.key)@\(object.etag)")
    var entry = ledgerRow(object, key)
    if let kind { entry.kind = kind }
    waiting.append(Waiting(row: entry, log: log, known: known))
    keys.insert(object.key)
    try runs.add(&row)
    waitingBytes += log?.count ?? 0
    if waiting.count == RunWriter.batch || waitingBytes > Self.mostWaiting { try flush() }
  }

  /// Writes the runs that wait, their logs, and the ledger's rows of both.
  private mutating func flush() throws {
    guard !waiting.isEmpty else { return }
    try runs.flush()
    for position in waiting.indices {
      let run = runs.run(ofRow: position)
      let known = waiting[position].known
      if let former = known.run { try runs.supersede(former, by: run) }
      waiting[position].row.run = run
      if let text = waiting[position].log {
        // A log that no run was known of has one now; one of an earlier version stays with that.
        waiting[position].row.log = try logs.put(
          known.run == nil ? known.log : nil, key: waiting[position].row.object.key, text,
          run: run, task: runs.task(ofRow: position))
      }
      try count(known, of: waiting[position].row.object)
    }
    try ledger.put(waiting.map(\.row))
    waiting.removeAll(keepingCapacity: true)
    waitingBytes = 0
    keys.removeAll(keepingCapacity: true)
  }

  /// Writes a log without a run of its own, which `Store.settleBucket` finds.
  private mutating func keep(
    _ text: [UInt8], of task: LoggedTask?, _ object: BucketObject, _ key: BucketKey,
    _ known: ObjectLedger.Known
  ) throws {
    var taskID: Int64?
    if let task {
      row.clear()
      try describe(task)
      taskID = try runs.task(of: &row)
    }
    let log = try logs.put(
      known.run == nil ? known.log : nil, key: object.key, text, run: nil, task: taskID)
    try settle(object, key, known, log: log)
  }

  private mutating func reject(
    _ object: BucketObject, _ key: BucketKey, _ known: ObjectLedger.Known, reason: String,
    body: [UInt8]
  ) throws {
    counts.rejected += 1
    try settle(object, key, known)
    try rejects.add(key: object.key, line: 0, body, reason: reason)
  }

  /// Writes the ledger's row of an object that brings no run.
  private mutating func settle(
    _ object: BucketObject, _ key: BucketKey, _ known: ObjectLedger.Known, log: Int64? = nil,
    id: Int? = nil
  ) throws {
    var row = ledgerRow(object, key)
    row.log = log
    if let id { row.originalID = id }
    try ledger.put([row])
    try count(known, of: object)
  }

  private mutating func count(_ known: ObjectLedger.Known, of object: BucketObject) throws {
    if known.etag == nil {
      counts.new += 1
    } else {
      counts.changed += 1
      try rejects.removeAll(of: object.key)
    }
  }

  private func ledgerRow(_ object: BucketObject, _ key: BucketKey) -> ObjectLedger.Row {
    var row = ObjectLedger.Row(object: object, kind: key.kind)
    switch key {
    case .result(let id), .record(let id), .running(let id): row.originalID = id
    default: break
    }
    return row
  }

  /// The number of the task that a worker's log is of; nil for anybody else's.
  private func workersID(_ key: BucketKey, _ text: [UInt8]) -> Int? {
    if case .running(let id) = key { return id }
    return ManifestEntry.id(ofLog: text)
  }

  /// Fills `row` with a task.
  private mutating func describe(_ task: LoggedTask) throws {
    row.framework = try runs.names.framework(Framework(name: task.model))
    row.dataset = try runs.names.dataset(openMLID: task.dataset)
    row.budget = budget
    row.type = task.type
    row.seed = task.seed
    row.originalID = task.originalID
  }
}
