internal import GRDBSQLite
internal import SQLSyntax
internal import Tables

/// The connection on which a function of SQL was called: where the SELECT that is its argument runs.
struct SQLSource {
  /// The name of the function, for errors.
  let function: String
  let connection: OpaquePointer

  /// Runs the one SELECT that `sql` is, which gives `width` columns, and hands over each row.
  func eachRow(of sql: String, width: Int, _ body: ([Value]) throws -> Void) throws {
    let statement = try prepare(sql)
    defer { sqlite3_finalize(statement) }
    let columns = Int(sqlite3_column_count(statement))
    guard sqlite3_stmt_readonly(statement) != 0, columns > 0 else {
      throw fault("takes a SELECT, not a statement that changes something")
    }
    guard columns == width else {
      throw fault("takes a SELECT of \(width) columns, not of \(columns)")
    }
    while true {
      switch sqlite3_step(statement) {
      case SQLITE_ROW: try body((0..<Int32(width)).map { Value(of: statement, column: $0) })
      case SQLITE_DONE: return
      case SQLITE_INTERRUPT: throw Self.interruption
      default: throw fault("cannot run its SELECT: \(String(cString: sqlite3_errmsg(connection)))")
      }
    }
  }

  private func prepare(_ sql: String) throws -> OpaquePointer {
    var statement: OpaquePointer?
    var rest = 0
    let code = sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      defer { rest = tail.map { $0 - start } ?? 0 }
      return sqlite3_prepare_v2(connection, start, -1, &statement, &tail)
    }
    guard code != SQLITE_INTERRUPT else { throw Self.interruption }
    guard code == SQLITE_OK else { throw refusal(of: sql) }
    guard let statement else { throw fault("takes a SELECT, not an empty text") }
    let behind = sqlTokens(Array(sql.utf8.dropFirst(rest))).contains(where: \.isMeaningful)
    guard !behind else {
      sqlite3_finalize(statement)
      throw fault("takes one SELECT, not several statements")
    }
    return statement
  }

  /// What SQLite last refused to compile, with the place.
  private func refusal(of sql: String) -> SQLFunctionError {
    let message = String(cString: sqlite3_errmsg(connection))
    let offset = Int(sqlite3_error_offset(connection))
    guard offset >= 0 else { return fault("cannot read its SELECT: \(message)") }
    let before = String(decoding: sql.utf8.prefix(offset), as: UTF8.self)
    return fault("cannot read its SELECT: \(message), at character \(before.count + 1)")
  }

  private static let interruption = SQLFunctionError(
    message: "interrupted", isInterruption: true)

  func fault(_ words: String) -> SQLFunctionError {
    SQLFunctionError(message: "\(function) \(words)")
  }
}
