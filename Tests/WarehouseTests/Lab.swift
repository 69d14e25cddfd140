import Foundation
import GRDB
import Tables
import TestSupport
import Warehouse

/// A warehouse of its own for one test, and short words to fill it with.
final class Lab {
  let folder: FreshFolder
  let store: Store

  init() throws {
    folder = try FreshFolder()
    store = try Store.create(at: folder.url.appending(path: "bench.db").path)
    try execute(
      """
      INSERT INTO sources (id, name, kind) VALUES (1, 'lab', 'test');
      INSERT INTO budgets (id, name) VALUES (1, '1h');
      """)
  }

  /// Where a file called `name` lies in the test's folder.
  func path(_ name: String) -> String { folder.url.appending(path: name).path }

  func execute(_ sql: String) throws {
    try store.write { try $0.execute(sql: sql) }
  }

  /// A run that scored `value` in `metric`, or failed where there is none.
  func run(
    _ framework: String, on dataset: String, seed: Int = 0, metric: String = "f1",
    _ value: Double?, key: String = ""
  ) throws {
    try store.write { db in
      try db.execute(
        sql: """
          INSERT OR IGNORE INTO frameworks (name) VALUES (:framework);
          INSERT OR IGNORE INTO datasets (name) VALUES (:dataset);
          INSERT OR IGNORE INTO tasks (framework_id, dataset_id, type, seed, fold, budget_id)
          SELECT f.id, d.id, 'classification', :seed, 0, 1
          FROM frameworks AS f, datasets AS d WHERE f.name = :framework AND d.name = :dataset;
          INSERT INTO runs (task_id, source_id, key, status, class)
          SELECT t.id, 1, :key, :status, :class
          FROM tasks AS t
          JOIN frameworks AS f ON f.id = t.framework_id AND f.name = :framework
          JOIN datasets AS d ON d.id = t.dataset_id AND d.name = :dataset
          WHERE t.seed = :seed;
          """,
        arguments: [
          "framework": framework, "dataset": dataset, "seed": seed, "key": key,
          "status": value == nil ? "failed" : "ok", "class": value == nil ? "framework" : nil,
        ])
      guard let value else { return }
      try db.execute(
        sql: """
          INSERT INTO scores (run_id, metric_id, value)
          SELECT last_insert_rowid(), id, ? FROM metrics WHERE name = ?
          """,
        arguments: [value, metric])
    }
  }

  func rows(_ sql: String, _ bindings: [String: Value] = [:]) throws -> [[Value]] {
    try store.table(sql, bindings: bindings).rows
  }

  /// The rows of the built-in query `name`.
  func query(_ name: String, _ given: [String: String] = [:]) throws -> Tables.Table {
    let query = try QueryLibrary(folder: "", store: store).query(name)
    return try store.table(query.sql, bindings: query.bindings(given))
  }
}
