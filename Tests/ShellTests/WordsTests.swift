import Testing

@testable import Shell

@Suite struct WordsTests {
  @Test(arguments: [
    ("", []), ("  a  b ", ["a", "b"]), ("a 'b c' d", ["a", "b c", "d"]), ("a\"b c\"d", ["ab cd"]),
    ("''", [""]), ("a\\ b", ["a b"]), ("'a\\b'", ["a\\b"]), ("\"a\\\"b\"", ["a\"b"]),
    ("metric=auc", ["metric=auc"]),
  ])
  func `quotes keep words together`(line: String, expected: [String]) throws {
    #expect(try words(of: line) == expected)
  }

  @Test func `an open quote is an error`() {
    #expect(throws: ShellError.openQuote("'")) { try words(of: "a 'b") }
  }
}
