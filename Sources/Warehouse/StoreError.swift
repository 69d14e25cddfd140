internal import GRDB
internal import Tables

/// What can go wrong with a warehouse, by what its reader would do about it.
package enum StoreError: Error {
  case noWarehouse(String)
  /// A file stands where a new one was to be made.
  case exists(String)
  /// A file that is no warehouse, or no database at all.
  case notAWarehouse(String)
  /// A newer benchdb made it, with migrations that this one does not know.
  case newer(String, unknown: [String])
  /// A migration did not apply; the file is as it was, and so is its backup.
  case migration(String, backup: String, message: String)
  /// The file's structure is broken.
  case damaged(String)
  /// Another process, named where it could be found, kept the file locked.
  case busy(String, holder: LockHolder?)
  case readOnly(String)
  case interrupted
  /// SQLite refused a statement; `offset` counts UTF-8 bytes of `sql`, `hint` is what a person
  /// would do about it, in a few words.
  case sql(message: String, sql: String, offset: Int?, hint: String?)
  /// A value was not given for a parameter of a statement.
  case unboundParameter(String)
  /// The disk is full or cannot be written.
  case disk(String, message: String)
  /// No stored query has that name.
  case noQuery(String, known: [String])
  /// A stored query's parameter does not exist, or its value is not of its type.
  case badParameter(query: String, reason: String)
  /// Words that select nothing that can be: why, in a sentence.
  case badSelection(String)
  /// A selection names a framework, say, that is not there.
  case unknownSelected(String, String, known: [String])
  /// A file of stored queries whose header cannot be read.
  case malformedQuery(name: String, reason: String)
  /// A results file whose header is of no kind, or cannot be understood.
  case unknownHeader(file: String, columns: [String], reason: String)
  /// A results file whose first record cannot be read.
  case malformedHeader(file: String, line: Int, reason: String)
  /// A results file without a record.
  case emptyFile(String)
  /// A record that cannot be imported, how many others there are and how many can be.
  case malformedRow(file: String, line: Int, reason: String, others: Int, good: Int)
  /// A metric that the table `metrics` does not have.
  case unknownMetric(String, file: String)
  /// A record that gives a run other values than it has.
  case conflictingRun(file: String, line: Int, run: String, source: String)
  /// A file whose name gives it a source that was read from elsewhere.
  case sourceElsewhere(file: String, source: String, location: String)
  /// Anything else that SQLite said.
  case sqlite(message: String)
}

extension StoreError {
  /// Calls `body` and says what SQLite threw in the words of this enum.
  static func translating<T>(_ path: String, _ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
  }

  init(_ error: DatabaseError, path: String) {
    let message = error.message ?? "SQLite result code \(error.resultCode.rawValue)"
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path, holder: LockHolder(of: path))
    case .SQLITE_NOTADB: self = .notAWarehouse(path)
    case .SQLITE_CORRUPT: self = .damaged(path)
    case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .interrupted
    case .SQLITE_READONLY: self = .readOnly(path)
    case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CANTOPEN: self = .disk(path, message: message)
    default:
      self =
        error.sql.map { .sql(message: message, sql: $0, offset: nil, hint: nil) }
        ?? .sqlite(message: message)
    }
  }
}

extension StoreError {
  /// The line of SQL that is at fault and a caret under the place, with what would be right.
  ///
  /// ```
  ///   select frmework from leaderboard
  ///          ^ did you mean framework?
  /// ```
  package var excerpt: String? {
    guard case .sql(_, let sql, let offset?, let hint) = self else { return nil }
    return caret(under: offset, of: sql, hint: hint)
  }
}

extension StoreError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noWarehouse(let path):
      "no database at \(path). Start one with \"benchdb init\", or name one with --db."
    case .exists(let path):
      "\(path) exists already and was left as it is."
    case .notAWarehouse(let path):
      "\(path) is not a benchdb warehouse. Start one with \"benchdb init\", or name one with --db."
    case .newer(let path, let unknown):
      "\(path) was made by a newer benchdb, whose \(unknown.joined(separator: ", ")) this one does "
        + "not know. Install that version; nothing was changed."
    case .migration(let path, let backup, let message):
      "\(path) cannot be brought up to date and was left as it is, with a copy in \(backup): \(message)"
    case .damaged(let path):
      "\(path) is damaged; \"benchdb check\" says where. Restore a backup of it."
    case .busy(let path, let holder):
      "\(path) is locked by \(holder?.description ?? "another process"). Wait for it, then run again."
    case .readOnly(let path):
      "\(path) is open read-only. \"repl --write\" or \".write on\" allows changes."
    case .interrupted:
      "interrupted"
    case .sql(let message, _, _, _), .sqlite(let message):
      message
    case .unboundParameter(let name):
      "no value for the parameter \(name). Give one with -p \(name.dropFirst())=VALUE."
    case .disk(let path, let message):
      "\(path) cannot be read or written: \(message)"
    case .noQuery(let name, _):
      "no stored query \"\(name)\". \"benchdb queries\" lists them."
    case .badSelection(let reason): reason
    case .unknownSelected(let key, let value, let known):
      "no \(key) \"\(value)\" is here"
        + (suggestion(for: value, among: known).map { "; did you mean \($0)?" } ?? "")
    case .badParameter(let query, let reason), .malformedQuery(let query, let reason):
      "the stored query \(query): \(reason)"
    case .unknownHeader, .malformedHeader, .emptyFile, .malformedRow, .unknownMetric,
      .conflictingRun, .sourceElsewhere:
      importRefusal
    }
  }
}

extension StoreError {
  /// Why a results file was not imported.
  private var importRefusal: String {
    switch self {
    case .unknownHeader(let file, let columns, let reason):
      "\(file) has a header that cannot be imported: \(reason). It names "
        + "\(listed(columns)); --map gives a column another name. Nothing was imported."
    case .malformedHeader(let file, let line, let reason):
      "\(file), line \(line) \(reason). Nothing was imported."
    case .emptyFile(let file):
      "\(file) is empty. Nothing was imported."
    case .malformedRow(let file, let line, let reason, let others, let good):
      "\(file), line \(line) \(reason)\(alsoBad(others)). Nothing was imported; --skip-bad takes "
        + "the other \(grouped(good))."
    case .unknownMetric(let name, let file):
      "\(file) names the metric \"\(name)\", which the table metrics does not have. Say what it is "
        + "and import again: INSERT INTO metrics (name, title, direction, types) VALUES "
        + "(\(Value.text(name).literal), \(Value.text(name).literal), 'higher or lower', 'classification or regression');"
    case .conflictingRun(let file, let line, let run, let source):
      "\(file), line \(line) has other values than the source \"\(source)\" has for \(run). Nothing "
        + "was imported; --on-duplicate keep or replace says which to take."
    case .sourceElsewhere(let file, let source, let location):
      "\(file) would go into the source \"\(source)\", which was read from "
        + "\(location.isEmpty ? "elsewhere" : location). Nothing was imported; --source \(source) puts it "
        + "there all the same, --source NAME keeps it apart."
    default: ""
    }
  }
}

private func alsoBad(_ count: Int) -> String {
  switch count {
  case 0: ""
  case 1: " (and one more line is malformed)"
  default: " (and \(grouped(count)) more lines are malformed)"
  }
}

private func listed(_ columns: [String]) -> String {
  let shown = columns.prefix(12).joined(separator: ", ")
  return columns.count > 12 ? "\(shown) and \(grouped(columns.count - 12)) more" : shown
}
