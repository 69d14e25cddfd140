internal import GRDB
package import Tables

extension Store {
  /// What is wrong with the file: `check`, `fault`, a row each; no rows when it is whole.
  ///
  /// - Complexity: reads the whole file.
  package func faults() throws -> Tables.Table {
    var faults = Tables.Table(columns: ["check", "fault"])
    do {
      for row in try table("PRAGMA integrity_check").rows where row[0] != "ok" {
        faults.append(["structure", row[0]])
      }
    } catch StoreError.damaged {
      faults.append(["structure", "the file cannot be read to its end"])
    }
    // What the rows say means nothing while they may be lost.
    guard faults.rows.isEmpty else { return faults }
    for row in try table("PRAGMA foreign_key_check").rows {
      let words = row.compactMap(\.description)
      faults.append(["references", .text("a row that does not exist is named by \(words[0])")])
    }
    let cells = try QueryLibrary(folder: "", store: nil).query("check-cells")
    for row in try table(cells.sql).rows {
      faults.append(["cells", .text(row.compactMap(\.description).joined(separator: " "))])
    }
    return faults
  }

  /// Reckons every cell anew from the runs; returns how many there are.
  package func reckonCells() throws -> Int {
    try write { db in
      try db.inTransaction {
        try db.execute(
          sql: """
            DELETE FROM cells;
            DELETE FROM cell_scores;
            INSERT INTO cell_changes (source_id, budget_id, framework_id, dataset_id)
            SELECT DISTINCT r.source_id, t.budget_id, t.framework_id, t.dataset_id
            FROM runs AS r JOIN tasks AS t ON t.id = r.task_id;
            """)
        return .commit
      }
    }
    return try table("SELECT count(*) FROM cells").rows[0][0].number.map { Int($0) } ?? 0
  }
}
