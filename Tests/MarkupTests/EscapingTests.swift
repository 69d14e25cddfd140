import Markup
import Testing

@Suite struct EscapingTests {
  @Test func `markup in a name stays text`() {
    #expect(
      escaped("<script>alert('&\"')</script>")
        == "&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;")
  }

  @Test func `what XML forbids becomes a replacement character`() {
    #expect(escaped("a\u{0}b\u{1B}[31m\u{7F}\u{FFFE}") == "a\u{FFFD}b\u{FFFD}[31m\u{FFFD}\u{FFFD}")
  }

  @Test func `line breaks become spaces`() {
    #expect(escaped("a\nb\tc\rd") == "a b c d")
  }

  @Test func `a bidirectional override cannot reorder the text after it`() {
    #expect(escaped("a\u{202E}b\u{2066}c") == "a\u{FFFD}b\u{FFFD}c")
  }

  @Test func `other scripts pass`() {
    #expect(escaped("自動機械学習 é 🙂") == "自動機械学習 é 🙂")
  }

  @Test func `an identifier keeps letters, digits, dash and underscore`() {
    #expect(identifier("RawDataBoxPlotF1_SCORE") == "RawDataBoxPlotF1_SCORE")
    #expect(identifier("a b\"<é>") == "a-b----")
    #expect(identifier("1st") == "figure-1st")
    #expect(identifier("") == "figure-")
  }
}
