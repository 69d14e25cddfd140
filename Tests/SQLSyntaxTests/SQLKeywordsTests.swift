import Testing

@testable import SQLSyntax

@Suite struct SQLKeywordsTests {
  @Test func `names that SQL would misread are quoted`() {
    #expect(["run_id", "größe", "key", "rows"].map(sqlName) == ["run_id", "größe", "key", "rows"])
    #expect(
      ["order", "2x", "a b", "", "x\"y"].map(sqlName) == [
        "\"order\"", "\"2x\"", "\"a b\"", "\"\"", "\"x\"\"y\"",
      ])
    #expect(sqlString("it's") == "'it''s'")
  }
}
