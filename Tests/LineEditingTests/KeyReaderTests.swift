import Testing

@testable import LineEditing

@Suite struct KeyReaderTests {
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

  @Test(arguments: [
    ("\u{1B}[13;2u", Key.alt("\r")), ("\u{1B}[27;2;13~", .alt("\r")),
    ("\u{1B}[97;5u", .control("a")),
    ("\u{1B}[27;5;97~", .control("a")), ("\u{1B}[97;3u", .alt("a")), ("\u{1B}[97u", .text("a")),
    ("\u{1B}[97;2u", .text("A")), ("\u{1B}[9;2u", .backTab), ("\u{1B}[127;5u", .alt("\u{7F}")),
    ("\u{1B}[1;1:3A", .unknown), ("\u{1B}[1;129A", .up), ("\u{1B}[Z", .backTab),
    ("\u{1B}[3;5~", .deleteWord), ("\u{1B}[1;5H", .alt("<")), ("\u{1B}[1;5F", .alt(">")),
    ("\u{1B}[1;5A", .pageUp), ("\u{1B}\u{1B}[C", .right), ("\u{1B}OM", .enter),
    ("\u{1B}[57441;2u", .unknown), ("\u{1B}[?1u", .unknown), ("\u{1B}[99999999999u", .unknown),
  ])
  func `keys of newer protocols are keys`(bytes: String, key: Key) {
    #expect(keys(bytes) == [key])
  }

  @Test(arguments: [
    "\u{1B}[I", "\u{1B}[O", "\u{1B}[M !!", "\u{1B}[<0;10;20M", "\u{1B}[[A", "\u{1B}[?62;22c",
    "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", "\u{1B}]0;x\u{7}", "\u{1B}P1+r\u{1B}\\",
    "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}[200", "\u{1B}[", "\0", "\u{1C}", "\u{85}",
  ])
  func `reports and answers are no text`(bytes: String) {
    #expect(keys(bytes) == [.unknown])
    #expect(keys(bytes + "\u{1}").last == .control("a"))
  }

  @Test func `what breaks a sequence off is a key of its own`() {
    #expect(keys("\u{1B}[1\u{3}") == [.unknown, .control("c")])
    #expect(keys("\u{1B}[1\u{1B}[A") == [.unknown, .up])
    #expect(keys("\u{1B}]0;never ends\u{1B}[A") == [.unknown, .text("["), .text("A")])
    #expect(keys("\u{1B}_") == [.alt("_")])
  }

  @Test func `bytes of a character that does not end, or begins too late, are replaced`() {
    #expect(keys([0xE4, 0xB8, 0x61]) == [.text("\u{FFFD}"), .text("a")])
    #expect(keys([0x80, 0xC0, 0xFF]) == Array(repeating: .text("\u{FFFD}"), count: 3))
    #expect(keys([0xED, 0xA0, 0x80]) == [.text("\u{FFFD}")])
  }

  @Test func `signals come between keys, not within them`() {
    var waiting: [Input] = [
      .resized, .byte(0x1B), .resized, .byte(0x5B), .byte(0x41), .resumed, .byte(0x61),
    ]
    var reader = KeyReader { _ in waiting.isEmpty ? .closed : waiting.removeFirst() }
    let keys = (0..<6).map { _ in reader.next() }
    #expect(keys == [.resized, .up, .resized, .resumed, .text("a"), .closed])
  }

  @Test func `nothing pasted can act on the terminal`() {
    #expect(keys("\u{1B}[200~a\u{1B}[2J\0\tb\u{9B}c\u{1B}[201~") == [.paste("a[2J\tbc")])
  }

  @Test func `a paste that pauses goes on`() {
    var waiting: [Input] =
      "\u{1B}[200~one\u{1B}[2".utf8.map { .byte($0) } + [.nothing] + "01~x".utf8.map { .byte($0) }
    var reader = KeyReader { _ in waiting.isEmpty ? .closed : waiting.removeFirst() }
    let keys = (0..<4).map { _ in reader.next() }
    #expect(keys == [.paste("one"), .paste(""), .text("x"), .closed])
  }

  @Test func `Ctrl-C ends a paste whose end was lost`() {
    var waiting: [Input] =
      "\u{1B}[200~one".utf8.map { .byte($0) } + [.nothing, .byte(3), .nothing, .byte(0x61)]
    var reader = KeyReader { _ in waiting.isEmpty ? .closed : waiting.removeFirst() }
    let keys = (0..<4).map { _ in reader.next() }
    #expect(keys == [.paste("one"), .control("c"), .text("a"), .closed])
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
