internal import Benchmark

/// The rows of `runs`, `scores` and `logs` of one source.
struct RunTable {
  private let source: Int64
  private let insertPlainRuns: MultiInsert
  private let insertRuns: MultiInsert
  private let insertScores: MultiInsert
  private let insertLog: RawStatement
  private let selectID: RawStatement
  private let selectRun: RawStatement
  private let selectScores: RawStatement
  private let updateRun: RawStatement
  private let deleteScores: RawStatement
  private let deleteScore: RawStatement
  private let selectOthers: RawStatement
  private let selectCell: RawStatement
  private let updateVersion: RawStatement

  private var next: Int64
  /// The ids that the last rows were to have, and have unless `existing` says otherwise.
  private var ids: [Int64] = []
  private var isExisting: [Bool] = []
  private var text: [UInt8] = []
  private var textStarts: [Int] = []
  /// Whether none of the last rows says more than its scores.
  private var arePlain = true
  private var scores: [(run: Int64, metric: Int64, value: Double)] = []

  init(_ connection: OpaquePointer, source: Int64) throws {
    self.source = source
    insertPlainRuns = try MultiInsert(
      connection, "INSERT INTO runs (id, task_id, source_id, key, status) VALUES", width: 5,
      tail: "ON CONFLICT DO NOTHING")
    insertRuns = try MultiInsert(
      connection,
      """
      INSERT INTO runs (
        id, task_id, source_id, key, status, class, message, metric_id, started_at, duration,
        train_seconds, predict_seconds, cpu_seconds, peak_memory_mb, details)
      VALUES
      """, width: 15, tail: "ON CONFLICT DO NOTHING")
    insertScores = try MultiInsert(
      connection, "INSERT INTO scores (run_id, metric_id, value) VALUES", width: 3)
    insertLog = try RawStatement(connection, "INSERT INTO logs (run_id, text) VALUES (?, ?)")
    selectID = try RawStatement(
      connection, "SELECT id FROM runs WHERE task_id = ? AND source_id = ? AND key = ?")
    selectRun = try RawStatement(
      connection,
      """
      SELECT
        status, class, message, started_at, details, metric_id,
        duration, train_seconds, predict_seconds, cpu_seconds, peak_memory_mb
      FROM runs
      WHERE id = ?
      """)
    selectScores = try RawStatement(
      connection, "SELECT metric_id, value FROM scores WHERE run_id = ? ORDER BY metric_id")
    updateRun = try RawStatement(
      connection,
      """
      UPDATE runs SET
        status = ?1, class = ?2, message = ?3, metric_id = ?4, started_at = ?5, duration = ?6,
        train_seconds = ?7, predict_seconds = ?8, cpu_seconds = ?9, peak_memory_mb = ?10,
        details = ?11
      WHERE id = ?12
      """)
    deleteScores = try RawStatement(connection, "DELETE FROM scores WHERE run_id = ?")
    deleteScore = try RawStatement(
      connection, "DELETE FROM scores WHERE run_id = ? AND metric_id = ?")
    selectOthers = try RawStatement(
      connection,
      "SELECT count(*) FROM (SELECT 1 FROM runs WHERE task_id = ? AND source_id = ? LIMIT 2)")
    selectCell = try RawStatement(
      connection,
      """
      SELECT t.budget_id, t.framework_id, t.dataset_id, t.type
      FROM runs AS r JOIN tasks AS t ON t.id = r.task_id
      WHERE r.id = ?
      """)
    updateVersion = try RawStatement(connection, "UPDATE runs SET superseded_by = ? WHERE id = ?")
    next = 1 + (try RawStatement(connection, "SELECT max(id) FROM runs").integer() ?? 0)
  }

  // MARK: New runs

  /// Inserts the rows, except those that are there already.
  mutating func insert(_ rows: Span<RunRow>, tasks: [TaskIDs.Found]) throws {
    gatherText(rows)
    let first = next
    next += Int64(rows.count)
    ids = rows.indices.map { first + Int64($0) }
    isExisting = Array(repeating: false, count: rows.count)
    let statement = arePlain ? insertPlainRuns : insertRuns
    try text.withUnsafeBufferPointer { text in
      try statement.run(rows.count) { statement, row, before in
        statement.bind(ids[row], at: before + 1)
        statement.bind(tasks[row].id, at: before + 2)
        statement.bind(source, at: before + 3)
        bind(rows[row], textFrom: text, at: textStarts[row], to: statement, after: before + 3)
      } done: { done, inserted in
        guard inserted < done.count else { return }
        for row in done {
          let id = try id(of: rows[row], task: tasks[row].id) ?? 0
          isExisting[row] = id != ids[row]
          ids[row] = id
        }
      }
    }
    try insertParts(rows)
  }

  /// The id of the run that kept a row of the last insertion out, nil if it went in.
  func existing(_ row: Int) -> Int64? {
    isExisting[row] ? ids[row] : nil
  }

  /// The run that a row of the last insertion is.
  func id(ofRow row: Int) -> Int64 { ids[row] }

  /// Whether the source has more than one run of a task, superseded ones counted.
  func hasOthers(of task: Int64) throws -> Bool {
    selectOthers.bind(task, at: 1)
    selectOthers.bind(source, at: 2)
    return try selectOthers.integer() != 1
  }

  private mutating func gatherText(_ rows: Span<RunRow>) {
    text.removeAll(keepingCapacity: true)
    textStarts.removeAll(keepingCapacity: true)
    arePlain = true
    for position in rows.indices {
      let row = rows[position]
      textStarts.append(text.count)
      row.withBytes { text.append(contentsOf: $0) }
      if !row.isPlain { arePlain = false }
    }
  }

  private func bind(
    _ row: borrowing RunRow, textFrom text: UnsafeBufferPointer<UInt8>, at start: Int,
    to statement: RawStatement, after before: Int32
  ) {
    bindKey(row, of: text, from: start, to: statement, at: before + 1)
    statement.bind(row.ending.words.status, at: before + 2)
    if !arePlain { bindRest(row, of: text, from: start, to: statement, after: before + 2) }
  }

  private func id(of row: borrowing RunRow, task: Int64) throws -> Int64? {
    try row.withBytes { bytes in
      selectID.bind(task, at: 1)
      selectID.bind(source, at: 2)
      bindKey(row, of: bytes, from: 0, to: selectID, at: 3)
      return try selectID.integer()
    }
  }

  private mutating func insertParts(_ rows: Span<RunRow>) throws {
    scores.removeAll(keepingCapacity: true)
    for position in rows.indices where !isExisting[position] {
      let row = rows[position]
      for score in row.scores { scores.append((ids[position], score.metric, score.value)) }
      if row.log != nil { try insertLog(of: row, run: ids[position]) }
    }
    try insertScores.run(scores.count) { statement, position, before in
      statement.bind(scores[position].run, at: before + 1)
      statement.bind(scores[position].metric, at: before + 2)
      statement.bind(scores[position].value, at: before + 3)
    }
  }

  private func insertLog(of row: borrowing RunRow, run: Int64) throws {
    guard let log = row.log else { return }
    try row.withBytes { bytes in
      insertLog.bind(run, at: 1)
      insertLog.bind(UnsafeBufferPointer(rebasing: bytes[log]), at: 2)
      try insertLog.run()
    }
  }

  // MARK: Runs that are there

  /// How a run that is there stands to a row.
  enum Likeness {
    case same
    /// It lacks scores that the row, which tells of some metrics only, has; the others agree.
    case lacking
    case different
  }

  func compare(_ run: Int64, with row: borrowing RunRow) throws -> Likeness {
    guard row.isPartial else { return try isSame(run, as: row) ? .same : .different }
    // That one metric has no score says nothing of the others, or of the run.
    if row.ending.isFailed { return .same }
    let stored = try storedScores(run)
    let known = row.scores.filter { score in stored.contains { $0.metric == score.metric } }
    guard known.allSatisfy({ score in stored.contains { $0 == score } }) else { return .different }
    return known.count == row.scores.count ? .same : .lacking
  }

  /// Whether a run has all values that a row has.
  private func isSame(_ run: Int64, as row: borrowing RunRow) throws -> Bool {
    var isSame = false
    selectRun.bind(run, at: 1)
    try row.withBytes { bytes in
      let text = { (text: RunRow.Text?) in text.map { UnsafeBufferPointer(rebasing: bytes[$0]) } }
      let (status, failure) = row.ending.words
      try selectRun.eachRow { stored in
        isSame =
          stored.text(0) == "\(status)" && stored.text(1) == failure.map { "\($0)" }
          && stored.holds(text(row.message), in: 2) && stored.holds(text(row.startedAt), in: 3)
          && stored.holds(text(row.details), in: 4) && stored.integer(5) == row.metric
          && stored.real(6) == row.duration && stored.real(7) == row.trainSeconds
          && stored.real(8) == row.predictSeconds && stored.real(9) == row.cpuSeconds
          && stored.real(10) == row.peakMemoryMB
      }
    }
    return try isSame && storedScores(run).elementsEqual(row.scores, by: ==)
  }

  /// Gives a run what a row has, and nothing else.
  func replace(_ run: Int64, with row: borrowing RunRow) throws {
    try row.withBytes { bytes in
      updateRun.bind(row.ending.words.status, at: 1)
      bindRest(row, of: bytes, from: 0, to: updateRun, after: 1)
      updateRun.bind(run, at: 12)
      try updateRun.run()
    }
    deleteScores.bind(run, at: 1)
    try deleteScores.run()
    try add(row.scores, to: run)
  }

  /// Gives a run the scores of a row that tells of some metrics only; it keeps all others.
  ///
  /// A run ended well if any of its rows has a score.
  func complete(_ run: Int64, with row: borrowing RunRow) throws {
    var isOK = false
    selectRun.bind(run, at: 1)
    try selectRun.eachRow { isOK = $0.text(0) == "ok" }
    try isOK ? replaceScores(of: run, with: row) : replace(run, with: row)
  }

  /// Gives a run the scores of a row in place of its own of the same metrics, and no others.
  func replaceScores(of run: Int64, with row: borrowing RunRow) throws {
    for score in row.scores {
      deleteScore.bind(run, at: 1)
      deleteScore.bind(score.metric, at: 2)
      try deleteScore.run()
    }
    try add(row.scores, to: run)
  }

  // MARK: Versions

  /// Marks a run as left behind by another, which is not if it was.
  func supersede(_ old: Int64, by new: Int64) throws {
    for (run, version) in [(old, new), (new, nil)] as [(Int64, Int64?)] {
      updateVersion.bind(version, at: 1)
      updateVersion.bind(run, at: 2)
      try updateVersion.run()
    }
  }

  /// The cell that counts a run.
  func cell(of run: Int64) throws -> CellTotals.Key? {
    var key: CellTotals.Key?
    selectCell.bind(run, at: 1)
    try selectCell.eachRow { row in
      guard let type = row.text(3).flatMap(ProblemType.init) else { return }
      key = CellTotals.Key(
        budget: row.integer(0) ?? 0, framework: row.integer(1) ?? 0, dataset: row.integer(2) ?? 0,
        type: type)
    }
    return key
  }

  private func storedScores(_ run: Int64) throws -> [(metric: Int64, value: Double)] {
    var scores: [(metric: Int64, value: Double)] = []
    selectScores.bind(run, at: 1)
    try selectScores.eachRow { scores.append(($0.integer(0) ?? 0, $0.real(1) ?? 0)) }
    return scores
  }

  private func add(_ scores: [(metric: Int64, value: Double)], to run: Int64) throws {
    try insertScores.run(scores.count) { statement, position, before in
      statement.bind(run, at: before + 1)
      statement.bind(scores[position].metric, at: before + 2)
      statement.bind(scores[position].value, at: before + 3)
    }
  }
}

// MARK: - Values

private func bindKey(
  _ row: borrowing RunRow, of bytes: UnsafeBufferPointer<UInt8>, from start: Int,
  to statement: RawStatement, at index: Int32
) {
  guard let key = row.key else { return statement.bind("", at: index) }
  statement.bind(
    UnsafeBufferPointer(rebasing: bytes[start + key.lowerBound..<start + key.upperBound]),
    at: index)
}

/// Binds class to details to the ten parameters after `before`.
private func bindRest(
  _ row: borrowing RunRow, of bytes: UnsafeBufferPointer<UInt8>, from start: Int,
  to statement: RawStatement, after before: Int32
) {
  func bind(_ text: RunRow.Text?, at index: Int32) {
    guard let text else { return }
    statement.bind(
      UnsafeBufferPointer(rebasing: bytes[start + text.lowerBound..<start + text.upperBound]),
      at: before + index)
  }
  if let failure = row.ending.words.failure { statement.bind(failure, at: before + 1) }
  bind(row.message, at: 2)
  statement.bind(row.metric, at: before + 3)
  bind(row.startedAt, at: 4)
  statement.bind(row.duration, at: before + 5)
  statement.bind(row.trainSeconds, at: before + 6)
  statement.bind(row.predictSeconds, at: before + 7)
  statement.bind(row.cpuSeconds, at: before + 8)
  statement.bind(row.peakMemoryMB, at: before + 9)
  bind(row.details, at: 10)
}
