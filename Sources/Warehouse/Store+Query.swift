internal import GRDB
internal import GRDBSQLite
internal import SQLSyntax
package import Tables

extension Store {
  /// Runs every statement of `script` in turn and hands over what each gives, row by row.
  ///
  /// Rows are not kept, so a result may be larger than memory. Reading straight from SQLite's
  /// statement takes a quarter of the time that decoding rows does.
  ///
  /// - Parameters:
  ///   - bindings: values by parameter name without its `:`, `@` or `$`.
  ///   - columns: called once before the rows of a statement that gives any columns.
  ///   - row: called for each row, in order.
  /// - Throws: `StoreError.sql` with the place in `script`; whatever `columns` or `row` throws.
  package func run(
    _ script: String, bindings: [String: Value] = [:],
    columns: ([String]) throws -> Void, row: ([Value]) throws -> Void
  ) throws {
    try read { db in
      guard let handle = db.sqliteConnection else { return }
      try script.utf8CString.withUnsafeBufferPointer { text in
        guard var next = text.baseAddress else { return }
        let start = next
        while next.pointee != 0 {
          var statement: OpaquePointer?
          var tail: UnsafePointer<CChar>?
          let code = sqlite3_prepare_v2(handle, next, -1, &statement, &tail)
          defer { sqlite3_finalize(statement) }
          guard code == SQLITE_OK else {
            throw try refusal(db, script: script, from: next - start)
          }
          if let statement {
            if access == .readOnly, isVacuum(statement) { throw StoreError.readOnly(path) }
            try bind(bindings, to: statement)
            do {
              try step(statement, of: handle, columns: columns, row: row)
            } catch is StepFailure {
              throw try refusal(db, script: script, from: next - start)
            }
          }
          guard let tail else { return }
          next = tail
        }
      }
    }
  }

  /// The whole result of one statement as a table; of several, the last that gives columns.
  package func table(_ sql: String, bindings: [String: Value] = [:]) throws -> Tables.Table {
    var table = Tables.Table(columns: [])
    try run(sql, bindings: bindings) {
      table = Tables.Table(columns: $0)
    } row: {
      table.append($0)
    }
    return table
  }

  /// The names of the parameters of one statement, without their `:`, `@` or `$`, each once, in order.
  package func parameters(of sql: String) throws -> [String] {
    try read { db in
      var statement: OpaquePointer?
      defer { sqlite3_finalize(statement) }
      guard let handle = db.sqliteConnection,
        sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK, let statement
      else { return [] }
      let count = sqlite3_bind_parameter_count(statement)
      let names = (0..<count).compactMap { sqlite3_bind_parameter_name(statement, $0 + 1) }
      return names.map { String(String(cString: $0).dropFirst()) }.reduce(into: []) {
        if !$0.contains($1) { $0.append($1) }
      }
    }
  }

  /// What SQLite last refused on the connection, with its place in `script`.
  func refusal(_ db: Database, script: String, from base: Int) throws -> StoreError {
    let handle = db.sqliteConnection
    let code = sqlite3_errcode(handle)
    let message = String(cString: sqlite3_errmsg(handle))
    let offset = Int(sqlite3_error_offset(handle))
    guard code == SQLITE_ERROR else {
      return StoreError(
        DatabaseError(resultCode: ResultCode(rawValue: code), message: message, sql: script),
        path: path)
    }
    let diagnosis = Diagnosis(
      message, in: script, from: base, at: offset < 0 ? nil : base + offset, names: names(in: db))
    return .sql(message: message, sql: script, offset: diagnosis.offset, hint: diagnosis.hint)
  }

  /// The names that a statement may use; none where they cannot be read.
  private func names(in db: Database) -> Diagnosis.Names {
    func strings(_ sql: String, _ arguments: StatementArguments = []) -> [String] {
      (try? String.fetchAll(db, sql: sql, arguments: arguments)) ?? []
    }
    return Diagnosis.Names(
      relations: {
        strings("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY name")
      },
      columns: { relation in
        let columns = strings("SELECT name FROM pragma_table_info(?)", [relation])
        return columns.isEmpty ? nil : columns
      },
      functions: {
        let rows = try? Row.fetchAll(
          db, sql: "SELECT DISTINCT name, narg FROM pragma_function_list")
        return (rows ?? []).map { (name: $0["name"], arguments: $0["narg"]) }
      })
  }
}

/// A step that SQLite refused; its connection knows why.
private struct StepFailure: Error {}

/// Whether a statement is a VACUUM, whose INTO writes a file over a read-only connection too.
private func isVacuum(_ statement: OpaquePointer) -> Bool {
  guard sqlite3_column_count(statement) == 0, let sql = sqlite3_sql(statement) else { return false }
  let text = Array(String(cString: sql).utf8)
  let first = sqlTokens(text).first { $0.isMeaningful && $0.kind != .semicolon }
  return first.map { String(decoding: text[$0.range], as: UTF8.self).uppercased() } == "VACUUM"
}

func bind(_ bindings: [String: Value], to statement: OpaquePointer) throws {
  let count = sqlite3_bind_parameter_count(statement)
  guard count > 0 else { return }
  for index in 1...count {
    let name = sqlite3_bind_parameter_name(statement, index).map { String(cString: $0) } ?? "?"
    guard let value = bindings[String(name.dropFirst())] else {
      throw StoreError.unboundParameter(name)
    }
    value.bind(to: statement, at: index)
  }
}

private func step(
  _ statement: OpaquePointer, of handle: OpaquePointer,
  columns: ([String]) throws -> Void, row: ([Value]) throws -> Void
) throws {
  let width = sqlite3_column_count(statement)
  if width > 0 {
    try columns((0..<width).map { String(cString: sqlite3_column_name(statement, $0)) })
  }
  while true {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: try row((0..<width).map { Value(of: statement, column: $0) })
    case SQLITE_DONE: return
    default: throw StepFailure()
    }
  }
}
