internal import GRDBSQLite
internal import Tables

extension Value {
  /// What a function was called with.
  init(argument: OpaquePointer) {
    switch sqlite3_value_type(argument) {
    case SQLITE_INTEGER: self = .integer(sqlite3_value_int64(argument))
    case SQLITE_FLOAT: self = .real(sqlite3_value_double(argument))
    case SQLITE_TEXT:
      let bytes = UnsafeBufferPointer(
        start: sqlite3_value_text(argument), count: Int(sqlite3_value_bytes(argument)))
      self = .text(String(decoding: bytes, as: UTF8.self))
    case SQLITE_BLOB:
      let bytes = UnsafeRawBufferPointer(
        start: sqlite3_value_blob(argument), count: Int(sqlite3_value_bytes(argument)))
      self = .blob([UInt8](bytes))
    default: self = .null
    }
  }

  /// Makes this the answer of a function that SQLite called; it keeps a copy.
  func answer(_ context: OpaquePointer?) {
    switch self {
    case .null: sqlite3_result_null(context)
    case .integer(let value): sqlite3_result_int64(context, value)
    case .real(let value): sqlite3_result_double(context, value)
    case .text(let value):
      sqlite3_result_text(context, value, Int32(value.utf8.count), copied)
    case .blob(let bytes): sqlite3_result_blob(context, bytes, Int32(bytes.count), copied)
    }
  }
}

/// `SQLITE_TRANSIENT`, a C macro that Swift does not see.
private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
