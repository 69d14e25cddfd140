import Testing
import Warehouse

@testable import Shell

@Suite struct ExplainTests {
  @Test func `the plan of the last query or of one that is given is a tree`() throws {
    let session = try Conversation()
    #expect(session.type(".explain").hasSuffix("error: no query has been run yet\n"))
    let text = session.type(
      "select framework from scores_of s order by auc;", ".explain",
      ".explain select 'it''s', max(seed) from scores_of where framework = :none",
      ".explain select 1", ".explain select nope from scores_of")
    #expect(
      text.hasSuffix(
        """
        benchdb> .explain
        ├─ SCAN s (all 12 rows)
        └─ USE TEMP B-TREE FOR ORDER BY (sorts)
        benchdb> .explain select 'it''s', max(seed) from scores_of where framework = :none
        └─ SEARCH scores_of (all 12 rows)
        benchdb> .explain select 1
        └─ SCAN CONSTANT ROW
        benchdb> .explain select nope from scores_of
        error: no such column: nope
          select nope from scores_of
                 ^

        """))
  }

  @Test func `rows are told of tables only, and where a name has one meaning`() throws {
    let session = try Conversation()
    let text = session.type(
      """
      .explain with a as materialized (select 1 as b), scores_of2 as (select 2) \
      select * from scores_of x join a on a.b = x.seed
      """)
    #expect(text.contains("SCAN x (all 12 rows)\n"))
    #expect(text.contains("─ SCAN a\n"))
    let shadowed = session.type(
      ".explain with scores_of as materialized (select 1 as b) select * from scores_of")
    #expect(shadowed.hasSuffix("SCAN scores_of\n"))
  }

  @Test func `what a query took is counted`() throws {
    let session = try Conversation()
    let text = session.type(".explain -a select framework from scores_of order by auc")
    #expect(text.contains("12 rows in 0 ms: 11 scanned, 1 sort, "))
    #expect(text.hasSuffix(" steps of SQLite's machine\n"))
  }

  @Test func `nothing is changed or run behind the first statement`() throws {
    let session = try Conversation(access: .readWrite)
    let text = session.type(
      ".explain select 1; delete from scores_of", ".explain -a delete from scores_of")
    #expect(
      text.hasSuffix(
        "error: this would change something, and only what reads is run to be measured\n"))
    #expect(session.type("select count(*) as n from scores_of;").contains("│ 12 │"))
  }

  @Test func `.plan shows it before each result`() throws {
    let session = try Conversation()
    let text = session.type(
      ".mode csv", ".plan on", "select count(*) as n from scores_of;", ".plan off")
    #expect(text.contains("\n└─ SCAN scores_of (all 12 rows)\nn\n12\n"))
    #expect(session.type("select 1 as a;").hasSuffix("select 1 as a;\na\n1\n"))
  }
}
