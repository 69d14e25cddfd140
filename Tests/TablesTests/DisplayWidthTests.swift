import Testing

@testable import Tables

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Söhne", 5), ("e\u{301}", 1), ("データ", 6), ("中文", 4), ("한국", 4),
    ("ﾊﾝｶｸ", 4), ("ＡＢ", 4), ("🎉", 2), ("👨‍👩‍👧‍👦", 2), ("🇩🇪", 2), ("❤️", 2), ("❤", 1), ("👍🏽", 2),
    ("a\u{200B}b", 2), ("│─┼", 3), ("…", 1), ("αβγ", 3), ("กำ", 2), ("𠮷", 2),
    ("\u{1112}\u{1161}\u{11AB}", 2), ("「」", 4),
  ])
  func `characters take the cells that terminals give them`(text: String, width: Int) {
    #expect(displayWidth(of: text) == width)
  }

  @Test func `a text is cut at whole characters`() {
    #expect(fitting("abcdef", into: 6) == "abcdef")
    #expect(fitting("abcdef", into: 5) == "abcd…")
    #expect(fitting("データ", into: 5) == "デー…")
    #expect(fitting("データ", into: 4) == "デ…")
    #expect(fitting("abc", into: 0).isEmpty)
    #expect(fitting("abcdef", into: 5, ellipsis: "...") == "ab...")
    #expect(fitting("abcdef", into: 2, ellipsis: "...") == "..")
  }

  @Test func `padding counts cells`() {
    #expect(padded("データ", to: 8) == "データ  ")
    #expect(padded("7", to: 3, right: true) == "  7")
    #expect(padded("long", to: 2) == "long")
  }
}
