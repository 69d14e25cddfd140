internal import Benchmark

/// The ids of the tasks that runs are attempts at; a task that is new gets its row.
struct TaskIDs {
  /// What tells a task apart.
  struct Key: Equatable {
    var framework: Int64
    var dataset: Int64
    var budget: Int64
    var seed: Int
    var fold: Int
    var type: ProblemType

    init(_ row: borrowing RunRow) {
      framework = row.framework
      dataset = row.dataset
      budget = row.budget
      seed = row.seed
      fold = row.fold
      type = row.type
    }

    /// Mixes the fields by multiplying with odd constants, as splitmix64 does.
    var hash: Int {
      var mixed = UInt64(bitPattern: framework) &* 0x9E37_79B9_7F4A_7C15
      mixed = (mixed ^ UInt64(bitPattern: dataset)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ UInt64(bitPattern: budget)) &* 0x94D0_49BB_1331_11EB
      mixed = (mixed ^ UInt64(bitPattern: Int64(seed))) &* 0x9E37_79B9_7F4A_7C15
      mixed = (mixed ^ UInt64(bitPattern: Int64(fold))) &* 0xBF58_476D_1CE4_E5B9
      return Int(truncatingIfNeeded: mixed >> 32)
    }
  }

  /// The task of a row.
  struct Found {
    var id: Int64 = 0
    /// Whether it was made for this row.
    var isNew = false
  }

  private struct Wanted {
    var row: Int
    var key: Key
    var originalID: Int?
    var openMLTaskID: Int?
  }

  /// How many tasks were new.
  private(set) var inserted = 0

  private let insert: MultiInsert
  private let select: RawStatement
  private var next: Int64
  /// The last task of each hash: enough to know the tasks that a sorted file has just named.
  private var recent: [(key: Key, id: Int64)?]
  private var missing: [Wanted] = []

  init(_ connection: OpaquePointer) throws {
    insert = try MultiInsert(connection, insertSQL, width: 9, tail: "ON CONFLICT DO NOTHING")
    select = try RawStatement(connection, selectSQL)
    next = 1 + (try RawStatement(connection, "SELECT max(id) FROM tasks").integer() ?? 0)
    recent = Array(repeating: nil, count: 1 << 14)
  }

  /// Finds or makes the task of each row.
  mutating func find(for rows: Span<RunRow>, into found: inout [Found]) throws {
    missing.removeAll(keepingCapacity: true)
    for position in rows.indices {
      let row = rows[position]
      let key = Key(row)
      if let known = recent[key.hash & (recent.count - 1)], known.key == key {
        found[position] = Found(id: known.id, isNew: false)
      } else {
        missing.append(
          Wanted(
            row: position, key: key, originalID: row.originalID, openMLTaskID: row.openMLTaskID))
      }
    }
    try insertMissing(into: &found)
  }

  private mutating func insertMissing(into found: inout [Found]) throws {
    let (first, missing) = (next, missing)
    next += Int64(missing.count)
    try insert.run(missing.count) { statement, position, before in
      let task = missing[position]
      let id = first + Int64(position)
      found[task.row] = Found(id: id, isNew: true)
      bind(task.key, to: statement, after: before)
      statement.bind(id, at: before + 7)
      statement.bind(task.originalID, at: before + 8)
      statement.bind(task.openMLTaskID, at: before + 9)
    } done: { positions, inserted in
      guard inserted < positions.count else { return }
      for task in missing[positions] {
        bind(task.key, to: select, after: 0)
        let id = try select.integer() ?? 0
        found[task.row] = Found(id: id, isNew: id == found[task.row].id)
      }
    }
    for task in missing {
      if found[task.row].isNew { inserted += 1 }
      recent[task.key.hash & (recent.count - 1)] = (task.key, found[task.row].id)
    }
  }

  private func bind(_ key: Key, to statement: RawStatement, after before: Int32) {
    statement.bind(key.framework, at: before + 1)
    statement.bind(key.dataset, at: before + 2)
    statement.bind(key.type.word, at: before + 3)
    statement.bind(key.seed, at: before + 4)
    statement.bind(key.fold, at: before + 5)
    statement.bind(key.budget, at: before + 6)
  }
}

private let insertSQL = """
  INSERT INTO tasks (
    framework_id, dataset_id, type, seed, fold, budget_id, id, original_id, openml_task_id)
  VALUES
  """

private let selectSQL = """
  SELECT id FROM tasks
  WHERE framework_id = ? AND dataset_id = ? AND type = ? AND seed = ? AND fold = ? AND budget_id = ?
  """
