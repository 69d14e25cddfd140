import TestSupport
import Testing

@testable import SQLSyntax

@Suite struct SQLTokensTests {
  private func kinds(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return sqlTokens(bytes).filter(\.isMeaningful).map {
      "\($0.kind)\($0.isClosed ? "" : "…") " + String(decoding: bytes[$0.range], as: UTF8.self)
    }
  }

  @Test func `tokens cover the text without a gap`() {
    let text = Array("select a.\"b\"\"c\", 1.5e3 -- x\n/* y */ from [t] where 'z''' <> `q`;'".utf8)
    let tokens = sqlTokens(text)
    #expect(tokens.first?.range.lowerBound == 0 && tokens.last?.range.upperBound == text.count)
    for (a, b) in zip(tokens, tokens.dropFirst()) {
      #expect(a.range.upperBound == b.range.lowerBound)
    }
    #expect(tokens.last == SQLToken(kind: .string, range: 64..<65, isClosed: false))
  }

  @Test(arguments: [
    "'it''s''' x", "\"a\"\"b\" x", "`a``b` x", "[a[b] x", "/* / ** */ x", "/*/ */ x", "x'12' x",
    "x'1g' x",
  ])
  func `what was open is read on`(text: String) {
    let bytes = Array(text.utf8)
    let token = sqlToken(in: bytes, at: 0)
    for seen in bytes.indices.dropFirst() {
      let first = sqlToken(in: Array(bytes[..<seen]), at: 0)
      guard !first.isClosed else { continue }
      #expect(sqlToken(in: bytes, at: 0, openUpTo: seen) == token)
    }
  }

  /// By hand from `sqlite3GetToken` of SQLite 3.50.
  @Test(arguments: [
    (
      "a->>b->c-d", ["word a", "symbol ->>", "word b", "symbol ->", "word c", "symbol -", "word d"]
    ),
    ("<=<><<<", ["symbol <=", "symbol <>", "symbol <<", "symbol <"]),
    (
      ">=>> >==!=||", ["symbol >=", "symbol >>", "symbol >=", "symbol =", "symbol !=", "symbol ||"]
    ),
    ("!|^", ["illegal !", "symbol |", "illegal ^"]),
    (
      "1 .5 1. 1e5 1e+5 1.5E-3",
      [
        "number 1", "number .5", "number 1.", "number 1e5", "number 1e+5", "number 1.5E-3",
      ]
    ),
    (
      "0x1F 0xg 1_000 1__0 12ab 1e",
      [
        "number 0x1F", "illegal 0xg", "number 1_000", "illegal 1__0", "illegal 12ab", "illegal 1e",
      ]
    ),
    (
      "x'0aF0' X'' x'0' x'0g' x'0",
      [
        "blob x'0aF0'", "blob X''", "illegal x'0'", "illegal x'0g'", "blob… x'0",
      ]
    ),
    (
      "? ?12 :a @b $c #d : $x::y(z)",
      [
        "parameter ?", "parameter ?12", "parameter :a", "parameter @b", "parameter $c",
        "parameter #d", "illegal :", "parameter $x::y(z)",
      ]
    ),
    ("a.b 1.b ..", ["word a", "symbol .", "word b", "illegal 1.b", "symbol .", "symbol ."]),
    (
      "'it''s' \"a\"\"b\" `c``d` [e]]",
      [
        "string 'it''s'", "quotedName \"a\"\"b\"", "quotedName `c``d`", "quotedName [e]",
        "illegal ]",
      ]
    ),
    ("größe data$1 xyz", ["word größe", "word data$1", "word xyz"]),
    ("1--2", ["number 1"]), ("a/**/b/*/c", ["word a", "word b"]),
    ("\u{FEFF}a", ["word a"]), ("\u{0B}a \u{0B}b", ["illegal \u{0B}", "word a", "word b"]),
  ])
  func `tokens are SQLite's`(_ text: String, _ expected: [String]) {
    #expect(kinds(text) == expected)
  }

  @Test func `what is left open is marked`() {
    #expect(kinds("'a") == ["string… 'a"])
    #expect(kinds("\"a") == ["quotedName… \"a"])
    #expect(kinds("[a") == ["quotedName… [a"])
    #expect(sqlTokens(Array("a /* b".utf8)).last?.isClosed == false)
    #expect(sqlTokens(Array("a -- b".utf8)).last?.isClosed == true)
  }

  @Test func `any bytes give tokens without a gap`() {
    var generator = SplitMix64(seed: 4)
    let likely = Array("'\"`[]/*-x0.e_:$(); \n".utf8)
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
        Bool.random(using: &generator)
          ? likely.randomElement(using: &generator)! : UInt8.random(in: 0...255, using: &generator)
      }
      var place = 0
      for token in sqlTokens(text) {
        #expect(token.range.lowerBound == place && !token.range.isEmpty)
        place = token.range.upperBound
      }
      #expect(place == text.count)
    }
  }

  @Test func `a megabyte of anything ends`() {
    for unit in ["'", "/*", "-", "(", "select ", "$a(", "x'", "\"\""] {
      let text = Array(String(repeating: unit, count: 1_000_000 / unit.count).utf8)
      #expect(sqlTokens(text).last?.range.upperBound == text.count)
    }
  }
}
