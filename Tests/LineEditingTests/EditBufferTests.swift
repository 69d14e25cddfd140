import Testing

@testable import LineEditing

@Suite struct EditBufferTests {
  /// A buffer from text in which `|` is the cursor.
  private func buffer(_ marked: String) -> EditBuffer {
    let parts = marked.split(separator: "|", omittingEmptySubsequences: false)
    var buffer = EditBuffer()
    buffer.replace(with: parts.joined())
    buffer.toStart()
    for _ in parts[0] { buffer.right() }
    return buffer
  }

  private func marked(_ buffer: EditBuffer) -> String {
    String(buffer.characters[..<buffer.cursor]) + "|"
      + String(buffer.characters[buffer.cursor...])
  }

  @Test(arguments: [
    ("|", "x", "x|"), ("ab|cd", "xy", "abxy|cd"), ("e|", "\u{301}", "é|"),
    ("a|b", "one\ntwo", "aone\ntwo|b"),
  ])
  func `text goes in at the cursor`(before: String, text: String, after: String) {
    var edited = buffer(before)
    edited.insert(text)
    #expect(marked(edited) == after)
  }

  @Test(arguments: [
    (Key.backspace, "ab|c", "a|c"), (.backspace, "|c", "|c"), (.delete, "a|bc", "a|c"),
    (.delete, "a|", "a|"), (.control("k"), "a|bc\nd", "a|\nd"), (.control("k"), "a|\nd", "a|d"),
    (.control("u"), "x\nab|c", "x\n|c"), (.control("w"), "select foo.bar |x", "select |x"),
    (.alt("\u{7F}"), "foo.bar|", "foo.|"), (.alt("d"), "|foo.bar", "|.bar"),
    (.control("t"), "ab|", "ba|"), (.control("t"), "a|bc", "ba|c"), (.control("t"), "|ab", "a|b"),
    (.wordLeft, "from runs_1|", "from |runs_1"), (.alt("f"), "|from runs", "from| runs"),
    (.control("a"), "a\nbc|", "a\n|bc"), (.end, "|a\nbc", "a|\nbc"), (.alt("<"), "a\nb|", "|a\nb"),
    (.alt(">"), "|a\nb", "a\nb|"), (.left, "🇩🇪|", "|🇩🇪"), (.right, "a|", "a|"),
    (.alt("\r"), "a|b", "a\n|b"), (.unknown, "a|b", "a|b"),
  ])
  func `keys edit`(key: Key, before: String, after: String) {
    var edited = buffer(before)
    edited.apply(key)
    #expect(marked(edited) == after)
  }

  @Test func `what was cut comes back`() {
    var edited = buffer("one two|")
    edited.killToSpace()
    edited.toStart()
    edited.yank()
    #expect(marked(edited) == "two|one ")
  }

  @Test func `up and down keep the column where they can`() {
    var edited = buffer("select a,\nb\nfrom t|able")
    let places = [edited.up(), edited.up(), edited.up(), edited.down()]
    #expect(places == [true, true, false, true])
    #expect(marked(edited) == "select a,\nb|\nfrom table")
  }
}
