internal import Foundation
package import GRDB

/// A warehouse that is open: one SQLite file and the one connection to it.
///
/// Calls wait for one another; a call made from within a row callback of another is our mistake.
package final class Store: Sendable {
  /// What a connection may do. SQLite itself refuses a write over a read-only one.
  package enum Access: Sendable {
    case readOnly, readWrite
  }

  package let path: String
  package let access: Access
  /// The backup that was made before this opening migrated an older warehouse, if it did.
  package let backup: String?
  private let queue: DatabaseQueue

  private init(path: String, access: Access, backup: String? = nil) throws {
    self.path = path
    self.access = access
    self.backup = backup
    queue = try StoreError.translating(path) {
      try DatabaseQueue(path: path, configuration: Self.configuration(access))
    }
  }

  /// Makes a new warehouse at `path`; one that stands there already is left as it is.
  package static func create(at path: String) throws -> Store {
    guard !FileManager.default.fileExists(atPath: path) else { throw StoreError.exists(path) }
    let store = try Store(path: path, access: .readWrite)
    try store.write { db in
      try db.execute(sql: "PRAGMA journal_mode = WAL")
    }
    try Migrations.apply(to: store.queue)
    return store
  }

  /// An empty database in memory, with the functions of every other: a place to try things.
  static func inMemory() throws -> Store {
    try Store(path: ":memory:", access: .readWrite)
  }

  /// Opens the warehouse at `path`, migrating one from an older benchdb after a backup.
  ///
  /// - Throws: `StoreError.noWarehouse`, `.notAWarehouse`, `.newer`, `.busy`.
  package static func open(at path: String, access: Access) throws -> Store {
    guard FileManager.default.fileExists(atPath: path) else { throw StoreError.noWarehouse(path) }
    let store = try Store(path: path, access: access)
    switch try store.read(Migrations.state) {
    case .current: return store
    case .foreign: throw StoreError.notAWarehouse(path)
    case .newer(let unknown): throw StoreError.newer(path, unknown: unknown)
    case .older(let last):
      try store.queue.close()
      let backup = try migrate(path, from: last)
      return try Store(path: path, access: access, backup: backup)
    }
  }

  private static func migrate(_ path: String, from last: String) throws -> String {
    let store = try Store(path: path, access: .readWrite)
    let backup = unusedName("\(path).before-\(last)")
    try store.backUp(to: backup)
    do {
      try Migrations.apply(to: store.queue)
    } catch let error as DatabaseError where error.resultCode == .SQLITE_ERROR {
      throw StoreError.migration(path, backup: backup, message: error.message ?? "")
    } catch let error as DatabaseError {
      throw StoreError(error, path: path)
    }
    return backup
  }

  /// `name`, or the first of `name.2`, `name.3` … that no file has.
  private static func unusedName(_ name: String) -> String {
    var candidate = name
    var number = 2
    while FileManager.default.fileExists(atPath: candidate) {
      candidate = "\(name).\(number)"
      number += 1
    }
    return candidate
  }

  /// Closes the connection; the store is of no use afterwards.
  package func close() throws {
    try queue.close()
  }

  // MARK: Connections

  /// Calls `body` with the connection, in no transaction.
  package func read<T>(_ body: (Database) throws -> T) throws -> T {
    try StoreError.translating(path) { try queue.unsafeRead(body) }
  }

  /// Calls `body` with the connection, in no transaction; `body` opens its own where it needs one.
  package func write<T>(_ body: (Database) throws -> T) throws -> T {
    guard access == .readWrite else { throw StoreError.readOnly(path) }
    return try StoreError.translating(path) { try queue.writeWithoutTransaction(body) }
  }

  /// Keeps to little memory from now on: for work that reads and writes everything once.
  package func beThrifty() throws {
    try read { try $0.execute(sql: "PRAGMA cache_size = -4096; PRAGMA mmap_size = 0") }
  }

  /// Ends the statement that is running, from any thread; its caller gets `StoreError.interrupted`.
  package func interrupt() {
    queue.interrupt()
  }

  /// Copies the warehouse, as it is at this moment, into a new file at `path`.
  package func backUp(to path: String) throws {
    guard !FileManager.default.fileExists(atPath: path) else { throw StoreError.exists(path) }
    // What is cut short must not pass for a backup.
    let draft = path + ".part"
    try? FileManager.default.removeItem(atPath: draft)
    do {
      try StoreError.translating(path) {
        let copy = try DatabaseQueue(path: draft)
        try queue.backup(to: copy)
        try copy.close()
      }
      try FileManager.default.moveItem(atPath: draft, toPath: path)
    } catch {
      try? FileManager.default.removeItem(atPath: draft)
      throw error
    }
  }

  private static func configuration(_ access: Access) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = access == .readOnly
    configuration.busyMode = .timeout(5)
    configuration.label = "benchdb"
    // Whoever types BEGIN at the prompt may type COMMIT a few statements later.
    configuration.allowsUnsafeTransactions = true
    configuration.prepareDatabase { db in
      try db.execute(
        sql: """
          PRAGMA synchronous = NORMAL;
          PRAGMA cache_size = -65536;
          PRAGMA mmap_size = 268435456;
          PRAGMA temp_store = MEMORY;
          """)
      SQLFunctions.add(to: db)
    }
    return configuration
  }
}
