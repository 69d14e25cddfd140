import Testing

@testable import LineEditing

@Suite struct VisibleTests {
  @Test(arguments: [
    ("plain", "plain"), ("中文🎉é", "中文🎉é"), ("a\tb", "a    b"), ("a\u{1B}[m", "a\\x1b[m"),
    ("\u{202E}x", "\\u202ex"), ("\n\u{301}", "\\n\\u301"), ("\u{200B}", "\\u200b"),
  ])
  func `what would not show by itself is written out`(text: String, shown: String) {
    #expect(visible(text) == shown)
  }
}
