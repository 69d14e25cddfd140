import Foundation
import GRDB
import Tables
import Testing
import Warehouse

@Suite struct StoreTests {
  @Test func `a warehouse is made once and opened after`() throws {
    let lab = try Lab()
    let path = lab.store.path
    #expect(throws: StoreError.self) { try Store.create(at: path) }
    let again = try Store.open(at: path, access: .readOnly)
    #expect(try again.table("SELECT name FROM sources").rows == [["lab"]])
  }

  @Test func `a path without a warehouse is refused, and none is made there`() throws {
    let path = try Lab().path("other.db")
    let error = #expect(throws: StoreError.self) { try Store.open(at: path, access: .readWrite) }
    guard case .noWarehouse = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test(arguments: ["no database at all, but some text", ""])
  func `a file that is no warehouse is refused and left alone`(text: String) throws {
    let lab = try Lab()
    let path = lab.path("notes.db")
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    let error = #expect(throws: StoreError.self) { try Store.open(at: path, access: .readWrite) }
    guard case .notAWarehouse = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
  }

  @Test func `another program's database is refused`() throws {
    let lab = try Lab()
    let path = lab.path("foreign.db")
    let queue = try DatabaseQueue(path: path)
    try queue.write { try $0.execute(sql: "CREATE TABLE t (x)") }
    let error = #expect(throws: StoreError.self) { try Store.open(at: path, access: .readWrite) }
    guard case .notAWarehouse = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
  }

  @Test func `a warehouse of a newer benchdb is refused by the name of what is new`() throws {
    let lab = try Lab()
    try lab.execute("INSERT INTO grdb_migrations (identifier) VALUES ('9999-later')")
    let error = #expect(throws: StoreError.self) {
      try Store.open(at: lab.store.path, access: .readOnly)
    }
    #expect(error?.description.contains("9999-later") == true)
  }

  @Test func `an older warehouse is migrated after a backup`() throws {
    let lab = try Lab()
    try lab.execute(
      """
      DROP VIEW ruled_scores; DROP VIEW dataset_labels; DROP VIEW ruled_means; DROP VIEW reference_scores;
      DROP VIEW original_scores; DROP VIEW entries; DROP VIEW dataset_bounds;
      DROP VIEW coverage; DROP VIEW subjects;
      DROP INDEX jobs_by_position;
      ALTER TABLE jobs DROP COLUMN array_id; ALTER TABLE jobs DROP COLUMN position;
      ALTER TABLE jobs DROP COLUMN name; ALTER TABLE jobs DROP COLUMN manifest;
      ALTER TABLE jobs DROP COLUMN worker; ALTER TABLE jobs DROP COLUMN started_at;
      DELETE FROM grdb_migrations WHERE identifier >= '0005';
      """)
    let path = lab.store.path
    let store = try Store.open(at: path, access: .readOnly)
    #expect(try store.table("SELECT count(*) FROM coverage").rows == [[0]])
    let backup = try #require(store.backup)
    #expect(backup == "\(path).before-0004-views")
    let old = try DatabaseQueue(path: backup)
    #expect(try old.read { try $0.viewExists("leaderboard") && !$0.viewExists("coverage") })
  }

  @Test func `a migration that does not apply leaves the file as it was, each time`() throws {
    let lab = try Lab()
    try lab.execute("DELETE FROM grdb_migrations WHERE identifier >= '0005'")
    for suffix in ["", ".2"] {
      let error = #expect(throws: StoreError.self) {
        try Store.open(at: lab.store.path, access: .readOnly)
      }
      #expect(error?.description.contains("before-0004-views\(suffix): ") == true)
      #expect(error?.description.contains("\n") == false)
    }
    #expect(try lab.rows("SELECT name FROM sources") == [["lab"]])
  }

  @Test func `a damaged file is said to be one, and check says where`() throws {
    let lab = try Lab()
    for seed in 0..<500 { try lab.run("tpot", on: "adult", seed: seed, 0.5) }
    try lab.store.backUp(to: lab.path("copy.db"))
    let file = try FileHandle(forUpdating: URL(filePath: lab.path("copy.db")))
    let size = try file.seekToEnd()
    try file.seek(toOffset: size - size / 8)
    try file.write(contentsOf: Data(repeating: 0x5A, count: Int(size / 8)))
    try file.close()
    let copy = try Store.open(at: lab.path("copy.db"), access: .readOnly)
    #expect(try !copy.faults().rows.isEmpty)
  }

  @Test func `a read-only store refuses to write, in SQL too`() throws {
    let lab = try Lab()
    let store = try Store.open(at: lab.store.path, access: .readOnly)
    #expect(throws: StoreError.self) { try store.write { _ in } }
    let error = #expect(throws: StoreError.self) { try store.table("DELETE FROM metrics") }
    guard case .readOnly = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
  }

  @Test func `foreign keys hold`() throws {
    let lab = try Lab()
    #expect(throws: StoreError.self) {
      try lab.execute("INSERT INTO runs (task_id, source_id, status) VALUES (7, 1, 'ok')")
    }
  }

  @Test func `a backup is a warehouse and overwrites nothing`() throws {
    let lab = try Lab()
    try lab.run("tpot", on: "adult", 0.8)
    let path = lab.path("copy.db")
    try lab.store.backUp(to: path)
    let copy = try Store.open(at: path, access: .readOnly)
    #expect(try copy.table("SELECT f1 FROM results").rows == [[0.8]])
    #expect(throws: StoreError.self) { try lab.store.backUp(to: path) }
  }
}
