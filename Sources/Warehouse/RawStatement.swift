internal import GRDB
internal import GRDBSQLite

/// A statement compiled once and run often, its values bound by position, from 1.
///
/// SQLite reads bound text where it lies: the bytes must stay there until the statement has run.
final class RawStatement {
  private let connection: OpaquePointer
  private let statement: OpaquePointer

  /// Compiles `sql`, which is ours, on a connection that stays open longer than this.
  init(_ connection: OpaquePointer, _ sql: String) throws {
    var compiled: OpaquePointer?
    let code = sqlite3_prepare_v3(
      connection, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &compiled, nil)
    guard code == SQLITE_OK, let compiled else {
      throw Self.error(connection, code, sql: sql)
    }
    self.connection = connection
    statement = compiled
  }

  deinit {
    sqlite3_finalize(statement)
  }

  // MARK: Values

  func bind(_ value: Int64?, at index: Int32) {
    if let value { sqlite3_bind_int64(statement, index, value) }
  }

  func bind(_ value: Int?, at index: Int32) {
    if let value { sqlite3_bind_int64(statement, index, Int64(value)) }
  }

  func bind(_ value: Double?, at index: Int32) {
    if let value { sqlite3_bind_double(statement, index, value) }
  }

  func bind(_ text: StaticString, at index: Int32) {
    text.withUTF8Buffer { bind($0, at: index) }
  }

  /// Binds text that lies still until the statement has run.
  func bind(_ text: UnsafeBufferPointer<UInt8>, at index: Int32) {
    // A zero-length buffer may have no address, which SQLite takes for NULL.
    guard let start = text.baseAddress else { return bind("", at: index) }
    start.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(statement, index, $0, Int32(text.count), nil)
    }
  }

  /// Binds text that SQLite copies.
  func bind(_ text: String, at index: Int32) {
    sqlite3_bind_text(statement, index, text, Int32(text.utf8.count), copied)
  }

  // MARK: Running

  /// Runs to the end; says how many rows it changed. Every value is NULL again afterwards.
  @discardableResult func run() throws -> Int {
    defer { reset() }
    try check(sqlite3_step(statement), expecting: SQLITE_DONE)
    return Int(sqlite3_changes(connection))
  }

  /// Hands over each row in turn. Every value is NULL again afterwards.
  func eachRow(_ body: (RawRow) throws -> Void) throws {
    defer { reset() }
    while true {
      let code = sqlite3_step(statement)
      if code == SQLITE_DONE { return }
      try check(code, expecting: SQLITE_ROW)
      try body(RawRow(statement: statement))
    }
  }

  /// The first row's first column, nil without a row or where it is NULL.
  func integer() throws -> Int64? {
    var found: Int64?
    try eachRow { row in
      if found == nil { found = row.integer(0) }
    }
    return found
  }

  private func reset() {
    sqlite3_reset(statement)
    sqlite3_clear_bindings(statement)
  }

  private func check(_ code: Int32, expecting expected: Int32) throws {
    guard code != expected else { return }
    throw Self.error(connection, code, sql: String(cString: sqlite3_sql(statement)))
  }

  private static func error(
    _ connection: OpaquePointer, _ code: Int32, sql: String
  ) -> DatabaseError {
    DatabaseError(
      resultCode: ResultCode(rawValue: code), message: String(cString: sqlite3_errmsg(connection)),
      sql: sql)
  }
}

/// The row a statement stands on, columns counted from 0.
struct RawRow {
  fileprivate let statement: OpaquePointer

  func integer(_ column: Int32) -> Int64? {
    isNull(column) ? nil : sqlite3_column_int64(statement, column)
  }

  func real(_ column: Int32) -> Double? {
    isNull(column) ? nil : sqlite3_column_double(statement, column)
  }

  func text(_ column: Int32) -> String? {
    guard let start = sqlite3_column_text(statement, column) else { return nil }
    let bytes = UnsafeBufferPointer(
      start: start, count: Int(sqlite3_column_bytes(statement, column)))
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the column holds this text, or NULL where that is nil; without making a string.
  func holds(_ text: UnsafeBufferPointer<UInt8>?, in column: Int32) -> Bool {
    guard let text else { return isNull(column) }
    let stored = UnsafeBufferPointer(
      start: sqlite3_column_text(statement, column),
      count: Int(sqlite3_column_bytes(statement, column)))
    return !isNull(column) && stored.elementsEqual(text)
  }

  private func isNull(_ column: Int32) -> Bool {
    sqlite3_column_type(statement, column) == SQLITE_NULL
  }
}

/// `SQLITE_TRANSIENT`, a C macro that Swift does not see.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
