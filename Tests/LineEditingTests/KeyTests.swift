import Testing

@testable import LineEditing

@Suite struct KeyTests {
  private func keys(_ text: String) -> [Key] { keys(Array(text.utf8)) }

  private func keys(_ bytes: [UInt8]) -> [Key] {
    var waiting = bytes[...]
    var reader = KeyReader { _ in waiting.popFirst().map { .byte($0) } ?? .closed }
    var keys: [Key] = []
    while let key = Optional(reader.next()), key != .closed { keys.append(key) }
    return keys
  }

  @Test func `letters and characters of several bytes are text`() {
    #expect(keys("aé中🎉") == [.text("a"), .text("é"), .text("中"), .text("🎉")])
  }

  @Test func `what is no UTF-8 is replaced`() {
    #expect(keys([0xC3, 0x28]) == [.text("\u{FFFD}"), .text("(")])
    #expect(keys([0xE4, 0xB8]) == [.text("\u{FFFD}")])
  }

  @Test(arguments: [
    ("\u{1}", Key.control("a")), ("\u{12}", .control("r")), ("\r", .enter), ("\n", .control("j")),
    ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace), ("\u{1B}", .escape),
    ("\u{1B}[A", .up), ("\u{1B}OB", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left),
    ("\u{1B}[H", .home), ("\u{1B}[4~", .end), ("\u{1B}OF", .end), ("\u{1B}[3~", .delete),
    ("\u{1B}[1;5C", .wordRight), ("\u{1B}[1;3D", .wordLeft), ("\u{1B}b", .alt("b")),
    ("\u{1B}\u{7F}", .alt("\u{7F}")), ("\u{1B}\r", .alt("\r")), ("\u{1B}[99z", .unknown),
    ("\u{1F}", .control("_")),
  ])
  func `sequences are keys`(bytes: String, key: Key) {
    #expect(keys(bytes) == [key])
  }

  @Test func `a paste is one key, its line breaks plain`() {
    #expect(
      keys("\u{1B}[200~select 1;\r\nselect\r2;\n\u{1B}[201~x")
        == [.paste("select 1;\nselect\n2;\n"), .text("x")])
  }

  @Test func `a paste that never ends is what came`() {
    #expect(keys("\u{1B}[200~abc") == [.paste("abc")])
  }
}
