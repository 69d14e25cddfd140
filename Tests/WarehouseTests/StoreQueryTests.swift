import Foundation
import GRDB
import Tables
import Testing
import Warehouse

@Suite struct StoreQueryTests {
  @Test func `every kind of value comes back as it was bound`() throws {
    let lab = try Lab()
    let values: [String: Value] = [
      "a": .null, "b": -7, "c": 0.1, "d": "naïve\u{0}x", "e": .blob([0, 255]),
    ]
    let row = try lab.rows("SELECT :a, :b, :c, :d, :e", values)
    #expect(row == [[.null, -7, 0.1, "naïve\u{0}x", .blob([0, 255])]])
  }

  @Test func `a script's statements run in turn, each with its columns`() throws {
    let lab = try Lab()
    var seen: [String] = []
    try lab.store.run("SELECT 1 AS one; ; -- nothing\nSELECT 2 AS two, 3 AS three;") {
      seen.append($0.joined(separator: "+"))
    } row: {
      seen.append($0.compactMap(\.description).joined(separator: "+"))
    }
    #expect(seen == ["one", "1", "two+three", "2+3"])
  }

  @Test(arguments: [
    "VACUUM INTO '/nowhere/x.db'", "; -- a\n/* b */ vacuum into '/nowhere/x.db'",
    "-- " + String(repeating: "-", count: 10_000) + " x\nDELETE FROM runs;",
  ])
  func `a store that is read only is not written, whatever comment comes first`(
    sql: String
  ) throws {
    let lab = try Lab()
    let store = try Store.open(at: lab.store.path, access: .readOnly)
    let error = #expect(throws: StoreError.self) { try store.table(sql) }
    guard case .readOnly = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
  }

  @Test func `rows stream: a caller may stop an endless result`() throws {
    struct Enough: Error {}
    let lab = try Lab()
    var count = 0
    #expect(throws: Enough.self) {
      try lab.store.run(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
      ) { _ in
      } row: { _ in
        count += 1
        if count == 1000 { throw Enough() }
      }
    }
    #expect(try lab.rows("SELECT 1") == [[1]])
  }

  @Test func `an error shows the line, the place and what was meant`() throws {
    let lab = try Lab()
    let error = #expect(throws: StoreError.self) {
      try lab.store.table("SELECT 1;\nSELECT frmework FROM leaderboard\nLIMIT 1")
    }
    #expect(error?.description == "no such column: frmework")
    #expect(
      error?.excerpt == """
          SELECT frmework FROM leaderboard
                 ^ did you mean framework?
        """)
  }

  @Test func `a mistyped table gets a suggestion`() throws {
    let lab = try Lab()
    let error = #expect(throws: StoreError.self) { try lab.store.table("SELECT * FROM leaderbord") }
    #expect(error?.excerpt?.hasSuffix("^ did you mean leaderboard?") != false)
  }

  @Test func `a parameter without a value is named`() throws {
    let lab = try Lab()
    let error = #expect(throws: StoreError.self) { try lab.store.table("SELECT :metric") }
    #expect(error?.description.contains(":metric") == true)
  }

  @Test func `another thread can interrupt a statement`() async throws {
    let store = try Lab().store
    let interrupter = Thread {
      while !Thread.current.isCancelled { store.interrupt() }
    }
    interrupter.start()
    defer { interrupter.cancel() }
    let error = #expect(throws: StoreError.self) {
      try store.table(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n")
    }
    guard case .interrupted = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
  }
}
