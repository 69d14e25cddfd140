internal import GRDBSQLite

/// What a function of SQL was called with, arguments counted from 0.
struct SQLArguments {
  /// The name of the function, for errors.
  let function: String
  private let values: UnsafeMutablePointer<OpaquePointer?>?

  init(_ function: String, _ values: UnsafeMutablePointer<OpaquePointer?>?) {
    (self.function, self.values) = (function, values)
  }

  /// The number at `index`, nil for NULL; text is an error, also where it reads as a number.
  func number(_ index: Int) throws -> Double? {
    switch sqlite3_value_type(values?[index]) {
    case SQLITE_NULL: return nil
    case SQLITE_INTEGER, SQLITE_FLOAT: return sqlite3_value_double(values?[index])
    case SQLITE_TEXT: throw fault("takes numbers, not \"\(text(index) ?? "")\"")
    default: throw fault("takes numbers, not a blob")
    }
  }

  /// The number at `index`, nil for NULL; an infinity, which no difference survives, is an error.
  func finiteNumber(_ index: Int) throws -> Double? {
    guard let number = try number(index) else { return nil }
    guard number.isFinite else {
      throw fault("takes finite numbers, not \(number): leave it NULL or put a finite one")
    }
    return number
  }

  /// The name at `index`, be it text or a number; nil for NULL.
  func text(_ index: Int) -> String? {
    sqlite3_value_text(values?[index]).map { String(cString: $0) }
  }

  func fault(_ words: String) -> SQLFunctionError {
    SQLFunctionError(message: "\(function) \(words)")
  }
}
