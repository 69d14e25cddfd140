import TestSupport
import Testing

struct QueryTests {
  @Test func `data goes to standard output as TSV with a header`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb("query", "SELECT name, best FROM metrics WHERE id < 3")
    #expect(ended.status == 0)
    #expect(ended.output == "name\tbest\nf1\t1.0\nauc\t1.0\n")
    #expect(ended.error.isEmpty)
  }

  @Test(arguments: [
    ("csv", "n,s\n1,a b\n"), ("tsv", "n\ts\n1\ta b\n"), ("jsonl", "{\"n\":1,\"s\":\"a b\"}\n"),
    ("markdown", "|   n | s   |\n| --: | --- |\n|   1 | a b |\n"),
  ])
  func `a format is the same in a pipe`(format: String, expected: String) async throws {
    let ended = try await FreshFolder.withWarehouse().benchdb(
      "query", "SELECT 1 AS n, 'a b' AS s", "--format", format)
    #expect(ended.output == expected)
  }

  @Test func `a format that there is none of is a usage error`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb("query", "SELECT 1", "--format", "boks")
    #expect(ended.status == 64)
    #expect(ended.error.contains("box"))
  }

  @Test func `an unknown query is no input, with a suggestion`() async throws {
    let ended = try await FreshFolder.withWarehouse().benchdb("query", "leaderbord")
    #expect(ended.status == 66)
    #expect(ended.error == "error: no stored query \"leaderbord\"; did you mean leaderboard?\n")
  }

  @Test func `an SQL error has a caret under the token`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    let ended = try await folder.benchdb("query", "select frmework from leaderboard")
    #expect(ended.status == 1)
    #expect(ended.output.isEmpty)
    #expect(
      ended.error == """
        error: no such column: frmework
          select frmework from leaderboard
                 ^ did you mean framework?

        """)
  }

  @Test func `a query cannot write`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    #expect(try await folder.benchdb("query", "DELETE FROM metrics").status == 77)
    let count = try await folder.benchdb("query", "SELECT count(*) AS n FROM metrics").output
    #expect(count == "n\n9\n")
  }

  @Test(arguments: ["VACUUM INTO 'x.db'", "; -- a\n/* b */ vacuum into 'x.db'"])
  func `nor does it write a file`(sql: String) async throws {
    let folder = try await FreshFolder.withWarehouse()
    #expect(try await folder.benchdb("query", sql).status == 77)
    #expect(!folder.names.contains("x.db"))
  }

  @Test func `nothing is no query, and no name for one`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    #expect(try await folder.benchdb("query", "").status == 64)
    #expect(try await folder.benchdb("queries", "save", "", "SELECT 1").status == 64)
  }

  @Test func `a file with a byte of zero is no text`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write("SELECT 1;\0 DROP TABLE runs", to: "zero.sql")
    let ended = try await folder.benchdb("query", "--file", "zero.sql")
    #expect(ended.status == 65 && ended.output.isEmpty)
    #expect(ended.error == "error: zero.sql is not text: it has a byte of zero.\n")
  }

  @Test func `a parameter is bound, never pasted`() async throws {
    let folder = try await FreshFolder.withWarehouse()
    try folder.write(
      "-- title: Echo\n-- param: word = none   what to say\nSELECT :word AS word\n",
      to: "queries/echo.sql")
    let ended = try await folder.benchdb("query", "echo", "-p", "word='); DROP TABLE runs; --")
    #expect(ended.output == "word\n'); DROP TABLE runs; --\n")
  }
}
