internal import Benchmark

/// What new runs add to the cells that a leaderboard reads, summed before it is written.
///
/// `schema/0003-cells.sql` says what a cell is. Sums are written whenever they are many, so that memory
/// does not grow with the runs.
struct CellTotals {
  /// The cell of a run, within its source.
  struct Key: Hashable, Comparable {
    var budget: Int64
    var framework: Int64
    var dataset: Int64
    var type: ProblemType

    static func < (left: Key, right: Key) -> Bool {
      (left.budget, left.dataset, left.framework, left.type.rawValue)
        < (right.budget, right.dataset, right.framework, right.type.rawValue)
    }
  }

  private struct Sum {
    var runs = 0
    var failed = 0
    var tasks = 0
    var finished = 0
    var scores: [ScoreSum] = []
  }

  private struct ScoreSum {
    var metric: Int64
    var count = 0
    var total = 0.0
    var least = Double.infinity
    var greatest = -Double.infinity
  }

  private static let most = 100_000

  private let source: Int64
  private let addRuns: MultiInsert
  private let addScores: MultiInsert
  private let reckon: RawStatement
  private let competitor: RawStatement

  private var positions: [Key: Int] = [:]
  private var sums: [Sum] = []
  private var last: (key: Key, position: Int)?
  private var changed: Set<Key> = []

  init(_ connection: OpaquePointer, source: Int64) throws {
    self.source = source
    addRuns = try MultiInsert(connection, addRunsSQL, width: 9, tail: mergeRunsSQL)
    addScores = try MultiInsert(connection, addScoresSQL, width: 10, tail: mergeScoresSQL)
    reckon = try RawStatement(
      connection,
      """
      INSERT INTO cell_changes (source_id, budget_id, framework_id, dataset_id)
      VALUES (?, ?, ?, ?)
      """)
    competitor = try RawStatement(
      connection,
      """
      SELECT competitor, (SELECT count(*) FROM frameworks WHERE competitor = f.competitor)
      FROM frameworks AS f
      WHERE id = ?
      """)
  }

  /// Adds the first run of a task.
  mutating func add(_ row: borrowing RunRow, to key: Key) {
    let position = position(of: key)
    sums[position].runs += 1
    sums[position].tasks += 1
    if row.ending.isFailed {
      sums[position].failed += 1
      return
    }
    sums[position].finished += 1
    for score in row.scores { add(score.value, of: score.metric, to: position) }
  }

  /// Has a cell reckoned anew at the end, because runs that it counts have changed.
  mutating func change(_ key: Key) {
    changed.insert(key)
  }

  /// Whether a cell is to be reckoned anew.
  func isChanged(_ key: Key) -> Bool { changed.contains(key) }

  /// Writes the sums if they are many, or at the end.
  mutating func flush(isEnd: Bool = false) throws {
    guard isEnd || sums.count > Self.most else { return }
    // In the order of their keys, they go in at the end of the tables.
    let cells = try cellsOfCompetitors().sorted { $0.key < $1.key }
    try writeRuns(cells)
    for metric in Set(cells.flatMap { $0.sum.scores.map(\.metric) }).sorted() {
      try writeScores(cells, of: metric)
    }
    positions.removeAll(keepingCapacity: true)
    sums.removeAll(keepingCapacity: true)
    last = nil
    guard isEnd else { return }
    for key in changed {
      bind(key, to: reckon, after: 0)
      try reckon.run()
    }
    changed = []
  }

  /// The sums, a framework's versions under the one key that they share: writing merges them.
  ///
  /// Two versions may have run the same seeds, which count once: such cells are reckoned anew.
  private mutating func cellsOfCompetitors() throws -> [(key: Key, sum: Sum)] {
    var families: [Int64: (competitor: Int64, versions: Int64)] = [:]
    for framework in Set(positions.keys.map(\.framework)) {
      competitor.bind(framework, at: 1)
      try competitor.eachRow { row in
        families[framework] = (row.integer(0) ?? framework, row.integer(1) ?? 1)
      }
    }
    return positions.map { key, position in
      var key = key
      if let family = families[key.framework] {
        key.framework = family.competitor
        if family.versions > 1 { changed.insert(key) }
      }
      return (key, sums[position])
    }
  }

  private mutating func position(of key: Key) -> Int {
    if let last, last.key == key { return last.position }
    let position = positions[key] ?? sums.count
    if position == sums.count {
      positions[key] = position
      sums.append(Sum())
    }
    last = (key, position)
    return position
  }

  private mutating func add(_ value: Double, of metric: Int64, to position: Int) {
    let known = sums[position].scores.firstIndex { $0.metric == metric }
    if known == nil { sums[position].scores.append(ScoreSum(metric: metric)) }
    let place = known ?? sums[position].scores.count - 1
    sums[position].scores[place].count += 1
    sums[position].scores[place].total += value
    sums[position].scores[place].least = min(sums[position].scores[place].least, value)
    sums[position].scores[place].greatest = max(sums[position].scores[place].greatest, value)
  }

  private func writeRuns(_ cells: [(key: Key, sum: Sum)]) throws {
    try addRuns.run(cells.count) { statement, cell, before in
      let (key, sum) = cells[cell]
      bind(key, to: statement, after: before)
      statement.bind(key.type.word, at: before + 5)
      statement.bind(sum.runs, at: before + 6)
      statement.bind(sum.failed, at: before + 7)
      statement.bind(sum.tasks, at: before + 8)
      statement.bind(sum.finished, at: before + 9)
    }
  }

  private func writeScores(_ cells: [(key: Key, sum: Sum)], of metric: Int64) throws {
    let scores = cells.compactMap { key, sum in
      sum.scores.first { $0.metric == metric }.map { (key: key, sum: $0) }
    }
    try addScores.run(scores.count) { statement, cell, before in
      let (key, sum) = scores[cell]
      bind(key, to: statement, after: before)
      statement.bind(metric, at: before + 5)
      statement.bind(sum.count, at: before + 6)
      statement.bind(sum.total, at: before + 7)
      statement.bind(sum.least, at: before + 8)
      statement.bind(sum.greatest, at: before + 9)
      statement.bind(0, at: before + 10)
    }
  }

  private func bind(_ key: Key, to statement: RawStatement, after before: Int32) {
    statement.bind(source, at: before + 1)
    statement.bind(key.budget, at: before + 2)
    statement.bind(key.framework, at: before + 3)
    statement.bind(key.dataset, at: before + 4)
  }
}

private let addRunsSQL = """
  INSERT INTO cells (
    source_id, budget_id, framework_id, dataset_id, type, runs, failed, tasks, finished)
  VALUES
  """

private let mergeRunsSQL = """
  ON CONFLICT DO UPDATE SET
    runs = runs + excluded.runs,
    failed = failed + excluded.failed,
    tasks = tasks + excluded.tasks,
    finished = finished + excluded.finished
  """

private let addScoresSQL = """
  INSERT INTO cell_scores (
    source_id, budget_id, framework_id, dataset_id, metric_id,
    scores, total, least, greatest, imputed)
  VALUES
  """

private let mergeScoresSQL = """
  ON CONFLICT DO UPDATE SET
    scores = scores + excluded.scores,
    total = total + excluded.total,
    least = min(least, excluded.least),
    greatest = max(greatest, excluded.greatest)
  """
