import Tables
import Testing

@testable import SQLSyntax

@Suite struct SQLHighlightsTests {
  /// Each painted part with its paint's name.
  private func painted(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return sqlHighlights(bytes, sqlTokens(bytes)).map {
      "\($0.paint) \(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test func `a statement is painted by what its words are`() {
    #expect(
      painted("SELECT max(f1), 'x' FROM \"t\" WHERE a = :b -- why") == [
        "keyword SELECT", "function max", "string 'x'", "keyword FROM", "name \"t\"",
        "keyword WHERE", "parameter :b", "comment -- why",
      ])
  }

  @Test func `a keyword beside a dot is a name, one that is called a function`() {
    #expect(painted("l.key, replace(a, b, c)") == ["function replace"])
    #expect(painted("x IN (1)") == ["keyword IN", "number 1"])
  }

  @Test func `what is left open is an error`() {
    #expect(painted("max('a") == ["function max", "error (", "error 'a"])
    #expect(painted("(a))") == ["error )"])
    #expect(painted("/* b") == ["error /* b"])
    #expect(painted("12ab") == ["error 12ab"])
  }
}
