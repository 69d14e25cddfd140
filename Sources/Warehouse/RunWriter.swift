package import Benchmark
internal import GRDB

/// What to do with a run that is there already, with other values.
package enum DuplicatePolicy: String, Sendable, CaseIterable {
  case keep, replace, fail
}

/// Writes runs of one source, however many, within a transaction of its caller's.
///
/// `Store.bulkWrite` makes one. A run that is there already with the same values is left alone, which is
/// what makes reading a source again harmless.
package struct RunWriter {
  /// What became of the rows, each counted once.
  package struct Counts: Sendable, Equatable {
    /// Brought a run that was not there.
    package var new = 0
    /// Brought a metric that a run lacked, as the rows of a long table do one after the other.
    package var completed = 0
    package var unchanged = 0
    package var replaced = 0
    /// Had other values and were left as they were.
    package var kept = 0
    /// How many of all these had failed.
    package var failed = 0
    package var tasks = 0
    /// Scores by the metric's id.
    package var scores: [Int64: Int] = [:]

    /// All rows that were written or were there already.
    package var rows: Int { new + completed + unchanged + replaced + kept }
  }

  package let metrics: MetricCatalog
  package var names: Names
  /// The problem types that are known of datasets.
  var types: DatasetTypes

  /// How many rows are written at a time.
  static let batch = 512

  private let duplicates: DuplicatePolicy
  private var rules: FailureRules
  private var tasks: TaskIDs
  private var runs: RunTable
  private var cells: CellTotals
  private var rows: [RunRow]
  private var filled = 0
  private var taskOfRow: [TaskIDs.Found]
  private var counted = Counts()
  // A search through a few is faster than a dictionary.
  private var scoreCounts: [(metric: Int64, count: Int)] = []

  init(_ connection: OpaquePointer, source: Int64, duplicates: DuplicatePolicy) throws {
    self.duplicates = duplicates
    metrics = try MetricCatalog(connection)
    names = try Names(connection)
    types = try DatasetTypes(connection)
    rules = try FailureRules(connection)
    tasks = try TaskIDs(connection)
    runs = try RunTable(connection, source: source)
    cells = try CellTotals(connection, source: source)
    rows = Array(repeating: RunRow(), count: Self.batch)
    taskOfRow = Array(repeating: TaskIDs.Found(), count: Self.batch)
  }

  /// Adds the run that `row` tells of and leaves an empty row.
  package mutating func add(_ row: inout RunRow) throws {
    if filled == rows.count { try flush() }
    swap(&rows[filled], &row)
    filled += 1
    row.clear()
  }

  /// The class of a failure with that message, by the table `failure_rules`.
  package mutating func failureClass(of message: String) throws -> FailureClass {
    try rules.failureClass(of: message)
  }

  /// Writes what is still waiting and brings the cells up to date; the writer is of no use afterwards.
  package mutating func finish() throws -> Counts {
    try flush()
    try cells.flush(isEnd: true)
    counted.tasks = tasks.inserted
    counted.scores = Dictionary(uniqueKeysWithValues: scoreCounts.map { ($0.metric, $0.count) })
    return counted
  }

  /// The run that a row of the last flush became, or was already.
  func run(ofRow row: Int) -> Int64 { runs.id(ofRow: row) }

  /// The task of a row of the last flush.
  func task(ofRow row: Int) -> Int64 { taskOfRow[row].id }

  /// Writes what is waiting.
  mutating func flush() throws {
    let count = filled
    filled = 0
    // Rows are lent to all that follows, since copies of them would cost more than what is done to them.
    let rows = self.rows
    let lent = rows.span.extracting(..<count)
    try tasks.find(for: lent, into: &taskOfRow)
    try runs.insert(lent, tasks: taskOfRow)
    for row in lent.indices { try settle(lent[row], at: row) }
    try cells.flush()
  }

  private mutating func settle(_ row: borrowing RunRow, at position: Int) throws {
    count(row)
    let key = CellTotals.Key(
      budget: row.budget, framework: row.framework, dataset: row.dataset, type: row.type)
    if let existing = runs.existing(position) {
      try meet(existing, with: row, of: key)
    } else {
      counted.new += 1
      cells.add(row, to: key)
      let task = taskOfRow[position]
      if !task.isNew, !cells.isChanged(key), try runs.hasOthers(of: task.id) { cells.change(key) }
    }
  }

  /// Has a run count for nothing from now on, because its source says `new` instead.
  mutating func supersede(_ old: Int64, by new: Int64) throws {
    guard old != new else { return }
    try runs.supersede(old, by: new)
    for run in [old, new] {
      if let key = try runs.cell(of: run) { cells.change(key) }
    }
  }

  /// The task that a row tells of, made if it is not there.
  mutating func task(of row: inout RunRow) throws -> Int64 {
    var rows = [RunRow()]
    swap(&rows[0], &row)
    defer { swap(&rows[0], &row) }
    var found = [TaskIDs.Found()]
    try tasks.find(for: rows.span, into: &found)
    return found[0].id
  }

  private mutating func count(_ row: borrowing RunRow) {
    if row.ending.isFailed { counted.failed += 1 }
    for score in row.scores {
      let known = scoreCounts.firstIndex { $0.metric == score.metric }
      if known == nil { scoreCounts.append((score.metric, 0)) }
      scoreCounts[known ?? scoreCounts.count - 1].count += 1
    }
  }

  /// Settles a run that was there already.
  private mutating func meet(_ existing: Int64, with row: borrowing RunRow, of key: CellTotals.Key)
    throws
  {
    switch try runs.compare(existing, with: row) {
    case .same:
      counted.unchanged += 1
      return
    case .lacking:
      try runs.complete(existing, with: row)
      cells.change(key)
      counted.completed += 1
      return
    case .different: break
    }
    switch duplicates {
    case .keep: counted.kept += 1
    case .replace:
      try row.isPartial
        ? runs.replaceScores(of: existing, with: row) : runs.replace(existing, with: row)
      cells.change(key)
      counted.replaced += 1
    case .fail: throw ConflictingRun(line: row.line, run: existing)
    }
  }
}

/// A row that gives a run other values than it has.
struct ConflictingRun: Error {
  var line: Int
  var run: Int64
}
