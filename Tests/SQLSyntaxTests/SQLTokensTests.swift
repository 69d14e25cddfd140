import Testing

@testable import SQLSyntax

@Suite struct SQLTokensTests {
  @Test func `tokens cover the text without a gap`() {
    let text = Array("select a.\"b\"\"c\", 1.5e3 -- x\n/* y */ from [t] where 'z''' <> `q`;'".utf8)
    let tokens = sqlTokens(text)
    #expect(tokens.first?.range.lowerBound == 0 && tokens.last?.range.upperBound == text.count)
    for (a, b) in zip(tokens, tokens.dropFirst()) {
      #expect(a.range.upperBound == b.range.lowerBound)
    }
    #expect(tokens.last == SQLToken(kind: .string, range: 64..<65, isClosed: false))
  }
}
