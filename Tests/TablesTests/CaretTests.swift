import Testing

@testable import Tables

@Suite struct CaretTests {
  @Test func `the caret stands under the place`() {
    let text = caret(
      under: 7, of: "select frmework from leaderboard", hint: "did you mean framework?")
    #expect(
      text == "  select frmework from leaderboard\n         ^ did you mean framework?")
  }

  @Test func `only the line with the place is shown`() {
    #expect(caret(under: 9, of: "select 1,\n\t,2\nfrom t") == "  select 1,\n           ^")
    #expect(caret(under: 11, of: "select 1,\n\t,2\nfrom t") == "   ,2\n   ^")
  }

  @Test func `wide characters take two cells`() {
    #expect(caret(under: 12, of: "'データ' x") == "  'データ' x\n           ^")
  }

  @Test func `a place beyond the end is the end`() {
    #expect(caret(under: 99, of: "ab") == "  ab\n    ^")
    #expect(caret(under: 0, of: "") == "  \n  ^")
  }

  @Test(arguments: [0, 10, 100, 199, 200])
  func `a long line is cut around the place`(offset: Int) {
    let text = String(repeating: "0123456789", count: 20)
    let lines = caret(under: offset, of: text, width: 60).split(separator: "\n").map(Array.init)
    #expect(lines.allSatisfy { $0.count <= 61 })
    let column = lines[1].firstIndex(of: "^")
    if offset < 200, let column { #expect(lines[0][column] == Array(text)[offset]) }
  }
}
