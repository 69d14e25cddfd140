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
    (.control("j"), "a|b", "a\n|b"), (.deleteWord, "|foo bar", "| bar"),
    (.control("u"), "a\n|b", "a|b"), (.home, "a\n|b", "|a\nb"), (.end, "a|\nb", "a\nb|"),
    (.alt("t"), "one |two", "two one|"), (.alt("t"), "a.b, |c", "a.c, b|"), (.alt("t"), "|a", "|a"),
    (.alt("u"), "|from runs", "FROM| runs"), (.alt("l"), "F|ROM", "From|"),
    (.alt("c"), "| from", " From|"), (.alt("c"), "|", "|"), (.alt("u"), "|straße", "STRASSE|"),
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

  /// Presses one key after another and returns what stands there then.
  private func pressed(_ keys: [Key], on before: String) -> String {
    var edited = buffer(before)
    for key in keys {
      edited.turn()
      edited.apply(key)
    }
    return marked(edited)
  }

  @Test func `cuts one after another come back as one`() {
    #expect(
      pressed([.control("w"), .control("w"), .control("y")], on: "one two three|")
        == "one two three|")
    #expect(
      pressed([.alt("d"), .alt("d"), .control("a"), .control("y")], on: "a |b c d") == "b c|a  d")
    #expect(
      pressed([.control("w"), .left, .control("w"), .control("y")], on: "one two|") == "one| ")
  }

  @Test func `older cuts take the place of what was put back`() {
    let cuts: [Key] = [.control("w"), .left, .control("w"), .end, .control("y")]
    #expect(pressed(cuts + [.alt("y")], on: "one two|") == " two|")
    #expect(pressed(cuts + [.alt("y"), .alt("y")], on: "one two|") == " one|")
    #expect(pressed(cuts + [.left, .alt("y")], on: "one two|") == " on|e")
  }

  @Test func `a short line does not cost the column`() {
    #expect(pressedUp(2, on: "select a,\nb\nfrom t|able") == "select| a,\nb\nfrom table")
  }

  private func pressedUp(_ count: Int, on before: String) -> String {
    var edited = buffer(before)
    for _ in 0..<count {
      edited.turn()
      _ = edited.up()
    }
    return marked(edited)
  }

  @Test func `characters that become one are one, and apart again`() {
    #expect(pressed([.left, .text("e")], on: "\u{301}|") == "é|")
    #expect(
      pressed([.control("j"), .text("\u{301}"), .left, .backspace], on: "e|") == "é|")
    #expect(pressed([.control("t")], on: "\u{301}e|") == "é|")
  }
}
