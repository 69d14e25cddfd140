internal import GRDB
internal import GRDBSQLite
package import Tables

/// What a query took, as SQLite counted it.
package struct QueryCost: Sendable, Equatable {
  package var rows = 0
  /// Rows stepped over from one end of a table to the other.
  package var scanned = 0
  package var sorts = 0
  /// Rows put into an index that was made for this query alone.
  package var indexed = 0
  /// Steps of SQLite's virtual machine.
  package var steps = 0
}

extension QueryCost: CustomStringConvertible {
  package var description: String {
    var parts = ["\(grouped(scanned)) scanned", "\(grouped(steps)) steps of SQLite's machine"]
    if sorts > 0 { parts.insert(sorts == 1 ? "1 sort" : "\(grouped(sorts)) sorts", at: 1) }
    if indexed > 0 { parts.insert("\(grouped(indexed)) put into an automatic index", at: 1) }
    return parts.joined(separator: ", ")
  }
}

extension Store {
  /// Runs the first statement of `sql`, drops its rows and tells what it took.
  ///
  /// - Throws: `StoreError.sqlite` for a statement that would change something, over any connection.
  package func cost(of sql: String, bindings: [String: Value] = [:]) throws -> QueryCost {
    try read { db in
      guard let handle = db.sqliteConnection else { return QueryCost() }
      var statement: OpaquePointer?
      defer { sqlite3_finalize(statement) }
      guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else {
        throw try refusal(db, script: sql, from: 0)
      }
      guard let statement else { return QueryCost() }
      guard sqlite3_stmt_readonly(statement) != 0 else {
        throw StoreError.sqlite(
          message: "this would change something, and only what reads is run to be measured")
      }
      try bind(bindings, to: statement)
      var cost = QueryCost()
      while true {
        switch sqlite3_step(statement) {
        case SQLITE_ROW: cost.rows += 1
        case SQLITE_DONE: return cost.counting(statement)
        default: throw try refusal(db, script: sql, from: 0)
        }
      }
    }
  }
}

extension QueryCost {
  /// **Source**: https://sqlite.org/c3ref/c_stmtstatus_counter.html
  fileprivate func counting(_ statement: OpaquePointer) -> QueryCost {
    func count(_ counter: Int32) -> Int { Int(sqlite3_stmt_status(statement, counter, 0)) }
    var cost = self
    cost.scanned = count(SQLITE_STMTSTATUS_FULLSCAN_STEP)
    cost.sorts = count(SQLITE_STMTSTATUS_SORT)
    cost.indexed = count(SQLITE_STMTSTATUS_AUTOINDEX)
    cost.steps = count(SQLITE_STMTSTATUS_VM_STEP)
    return cost
  }
}
