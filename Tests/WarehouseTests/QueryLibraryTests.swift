import Foundation
import Tables
import Testing
import Warehouse

@Suite struct QueryLibraryTests {
  @Test func `the folder hides the warehouse, which hides what is built in`() throws {
    let lab = try Lab()
    let folder = lab.path("queries")
    let library = QueryLibrary(folder: folder, store: lab.store)
    #expect(try library.query("leaderboard").origin == .builtIn)

    try lab.store.save(
      StoredQuery(name: "leaderboard", origin: .warehouse, sql: "SELECT 'mine'"), replacing: false)
    #expect(try library.query("leaderboard").origin == .warehouse)

    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    try "-- title: Ours\nSELECT 'ours'\n".write(
      toFile: "\(folder)/leaderboard.sql", atomically: true, encoding: .utf8)
    #expect(try library.query("leaderboard").title == "Ours")
    #expect(try library.all().filter { $0.name == "leaderboard" }.count == 1)
  }

  @Test func `an unknown name is refused with the names there are`() throws {
    let error = #expect(throws: StoreError.self) {
      try QueryLibrary(folder: "", store: nil).query("leaderbord")
    }
    guard case .noQuery(_, let known) = error else {
      return #expect(Bool(false), "\(String(describing: error))")
    }
    #expect(known.contains("leaderboard"))
  }

  @Test func `a saved query is replaced only when asked, and removed once`() throws {
    let lab = try Lab()
    let query = try StoredQuery(name: "slow", origin: .warehouse, sql: "SELECT 1")
    try lab.store.save(query, replacing: false)
    #expect(throws: StoreError.self) { try lab.store.save(query, replacing: false) }
    try lab.store.save(query, replacing: true)
    try lab.store.removeQuery("slow")
    #expect(throws: StoreError.self) { try lab.store.removeQuery("slow") }
  }

  @Test func `every built-in query runs on an empty warehouse`() throws {
    let lab = try Lab()
    for query in try QueryLibrary(folder: "", store: lab.store).all() {
      var given: [String: String] = [:]
      for parameter in query.parameters where parameter.default == nil {
        given[parameter.name] = "none"
      }
      #expect(try !lab.store.table(query.sql, bindings: query.bindings(given)).columns.isEmpty)
    }
  }
}
