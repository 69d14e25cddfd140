internal import GRDB
internal import Tables

/// What a deletion of runs takes away.
package struct Deletion: Sendable, Equatable {
  /// An object of a bucket that brought a run or a log.
  package struct Object: Sendable, Hashable {
    /// The bucket's source, and where that is.
    package var source: String
    package var location: String
    package var key: String
  }

  /// Ids of runs, ascending; earlier versions of a run go with it.
  package var runs: [Int64] = []
  /// Ids of the logs that they left, ascending.
  package var logs: [Int64] = []
  /// By source, then in the order of their keys.
  package var objects: [Object] = []

  package init() {}

  package var isEmpty: Bool { runs.isEmpty && logs.isEmpty }
}

extension Store {
  /// What deleting every run of some tasks takes away, and the logs of theirs that found no run.
  ///
  /// - Parameter tasks: ids, as `tasks(matching:)` gives them.
  package func deletion(ofTasks tasks: [Int64]) throws -> Deletion {
    try read { db in
      let ids = idList(tasks)
      return try db.deletion(
        runs: Int64.fetchAll(db, sql: runsOfTasksSQL, arguments: [ids]),
        logs: Int64.fetchAll(db, sql: logsOfTasksSQL, arguments: [ids]))
    }
  }

  /// What deleting the runs of a selection takes away; of none, of all runs there are.
  package func deletion(of selection: Selection) throws -> Deletion {
    let (condition, bindings) = selection.condition
    let runs = try table("SELECT run_id FROM results WHERE \(condition)", bindings: bindings).rows
      .compactMap { row -> Int64? in if case .integer(let id) = row[0] { id } else { nil } }
    return try read { try $0.deletion(runs: runs, logs: []) }
  }

  /// Deletes the runs and logs of `deletion` in one transaction, and leaves a tombstone for each object of
  /// a bucket that brought one, so that no sync brings it back; returns what was there to delete.
  @discardableResult package func delete(_ deletion: Deletion) throws -> Deletion {
    try bulkWrite { bulk in
      // What it was when the user was asked may have changed since.
      let now = try bulk.db.deletion(runs: deletion.runs, logs: deletion.logs)
      let ids: StatementArguments = ["runs": idList(now.runs), "logs": idList(now.logs)]
      let cells = try Row.fetchAll(bulk.db, sql: cellsSQL, arguments: [idList(now.runs)])
      try bulk.db.execute(sql: objectsDeletionSQL, arguments: ids)
      try bulk.db.execute(
        sql: "DELETE FROM logs WHERE id IN (SELECT value FROM json_each(?))",
        arguments: [idList(now.logs)])
      try bulk.db.execute(sql: runsDeletionSQL, arguments: ["runs": idList(now.runs)])
      for cell in cells {
        try bulk.db.execute(sql: reckonSQL, arguments: StatementArguments(cell.databaseValues))
      }
      return now
    }
  }
}

extension Database {
  /// The deletion of runs and logs that are there, of their versions and of what they left.
  fileprivate func deletion(runs: [Int64], logs: [Int64]) throws -> Deletion {
    var deletion = Deletion()
    deletion.runs = try Int64.fetchAll(self, sql: versionsSQL, arguments: [idList(runs)])
    let ids: StatementArguments = ["runs": idList(deletion.runs), "logs": idList(logs)]
    deletion.logs = try Int64.fetchAll(self, sql: logsSQL, arguments: ids)
    let found: StatementArguments = ["runs": idList(deletion.runs), "logs": idList(deletion.logs)]
    deletion.objects = try Row.fetchAll(
      self,
      sql: """
        SELECT s.name, s.location, o.key
        FROM objects AS o JOIN sources AS s ON s.id = o.source_id
        WHERE \(concerned)
        ORDER BY s.name, o.key
        """, arguments: found
    ).map { Deletion.Object(source: $0[0], location: $0[1], key: $0[2]) }
    return deletion
  }
}

private func idList(_ ids: [Int64]) -> String {
  "[" + ids.map(String.init).joined(separator: ",") + "]"
}

// MARK: - SQL

private let runsOfTasksSQL = """
  SELECT r.id FROM json_each(?) AS t JOIN runs AS r ON r.task_id = t.value
  """

private let logsOfTasksSQL = """
  SELECT l.id FROM json_each(?) AS t JOIN logs AS l ON l.task_id = t.value
  WHERE l.run_id IS NULL
  """

/// Runs that are there and all that they superseded.
private let versionsSQL = """
  WITH RECURSIVE versions AS (
    SELECT r.id FROM json_each(?) AS i JOIN runs AS r ON r.id = i.value
    UNION
    SELECT r.id FROM versions AS v JOIN runs AS r ON r.superseded_by = v.id
  )
  SELECT id FROM versions ORDER BY id
  """

private let logsSQL = """
  SELECT id FROM logs
  WHERE run_id IN (SELECT value FROM json_each(:runs))
    OR id IN (SELECT value FROM json_each(:logs))
  ORDER BY id
  """

/// The objects that brought these runs and logs.
private let concerned = """
  (run_id IN (SELECT value FROM json_each(:runs)) OR log_id IN (SELECT value FROM json_each(:logs)))
  """

private let cellsSQL = """
  SELECT DISTINCT r.source_id, t.budget_id, t.framework_id, t.dataset_id
  FROM json_each(?) AS i
  JOIN runs AS r ON r.id = i.value
  JOIN tasks AS t ON t.id = r.task_id
  """

/// References are not followed within a bulk write: what stands on a row goes before it.
private let objectsDeletionSQL = """
  INSERT OR IGNORE INTO tombstones (source_id, key)
  SELECT source_id, key FROM objects WHERE \(concerned);

  DELETE FROM rejects
  WHERE (source_id, key) IN (SELECT source_id, key FROM objects WHERE \(concerned));

  DELETE FROM objects WHERE \(concerned);
  """

private let runsDeletionSQL = """
  DELETE FROM scores WHERE run_id IN (SELECT value FROM json_each(:runs));
  DELETE FROM runs WHERE id IN (SELECT value FROM json_each(:runs));
  """

private let reckonSQL = """
  INSERT INTO cell_changes (source_id, budget_id, framework_id, dataset_id) VALUES (?, ?, ?, ?)
  """
