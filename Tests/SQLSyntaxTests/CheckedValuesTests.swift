import Testing

@testable import SQLSyntax

@Suite struct CheckedValuesTests {
  @Test func `a column's check tells its values`() {
    let found = checkedValues(
      in: """
        CREATE TABLE t (
          status TEXT NOT NULL CHECK (status IN ('ok', 'it''s')), -- IN
          n INTEGER CHECK (n IN (0, 1)), m INTEGER CHECK (m > 0), k TEXT CHECK (
        """)
    #expect(found == ["status": ["'ok'", "'it''s'"], "n": ["0", "1"]])
  }
}
