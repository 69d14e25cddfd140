import Testing

@testable import Tables

@Suite struct ControlCharactersTests {
  @Test(arguments: [
    ("plain", "plain"), ("a\nb\tc\r", "a\\nb\\tc\\r"), ("\u{1B}[31m", "\\x1b[31m"),
    ("\u{0}\u{7F}", "\\x00\\x7f"), ("\u{9B}", "\\u009b"), ("\u{202E}", "\\u202e"),
    ("C:\\new", "C:\\new"), ("中文", "中文"), ("\r\n", "\\r\\n"),
  ])
  func `controls are written out`(text: String, escaped: String) {
    #expect(escapingControls(in: text) == escaped)
  }

  @Test func `those kept stay`() {
    #expect(escapingControls(in: "a\n\u{7}", keeping: ["\n"]) == "a\n\\x07")
  }
}
