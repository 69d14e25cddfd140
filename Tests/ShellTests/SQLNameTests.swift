import SQLSyntax
import Tables
import Testing
import Warehouse

@testable import Shell

/// What `SQLSyntax` says of keywords, asked of SQLite.
@Suite struct SQLNameTests {
  @Test func `every keyword is read as a name, quoted where it must be`() throws {
    let store = try Conversation().repl.store
    #expect(sqlKeywords.count == 147)
    for keyword in sqlKeywords {
      let name = sqlName(keyword)
      let table = try store.table(
        "SELECT \(name), 2, t.\(name) FROM (SELECT 1 AS \(name)) AS t WHERE \(name) > 0 ORDER BY \(name)"
      )
      #expect(table.rows == [[1, 2, 1]])
    }
  }

  @Test func `what is quoted must be`() throws {
    let store = try Conversation().repl.store
    for keyword in sqlKeywords where sqlName(keyword) != keyword {
      guard !keyword.hasPrefix("CURRENT_") else { continue }
      #expect(throws: StoreError.self, "\(keyword)") {
        try store.table("SELECT \(keyword) FROM (SELECT 1 AS \(keyword)) WHERE \(keyword)")
      }
    }
  }
}
