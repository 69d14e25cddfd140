import LineEditing

extension Chance {
  /// Pieces that make trouble: wide, joining, invisible, half of something, or SQL.
  private static let pieces =
    [
      "select", " ", " ", "from", "runs", "\n", "\t", "(", ")", "[", "'", "\"", "--", "/*", "*/",
      ";",
      ".mode", "a", "b", "_", "1.5e3", "é", "e\u{301}", "\u{301}", "中", "文字", "🎉", "👩‍👩‍👧", "🇩🇪", "🇩",
      "\u{200B}", "\u{200D}", "\u{FE0F}", "❤️", "\u{202E}", "한", "\u{1112}", "\u{1161}", "ａ",
      "\u{85}",
      "\u{FFFD}", "\u{10FFFF}", "\r\n", "\r",
    ]

  mutating func text(upTo count: Int = 8) -> String {
    list(upTo: count) { $0.one(of: Self.pieces) }.joined()
  }

  mutating func key() -> [Key] {
    switch number(0...9) {
    case 0...3:
      [.text(one(of: Self.pieces.filter { $0.count == 1 && !$0.contains(where: \.isNewline) }))]
    case 4: [.control(one(of: Array("abdefghklnprstuwxyz_j")))]
    case 5: [.alt(one(of: Array("bdftulcyn.<>_p\r\u{7F}")))]
    case 6:
      once(in: 4) ? [.paste(text(upTo: 60))] : [.control("x"), .control(one(of: ["e", "u", "x"]))]
    default: [one(of: Self.named)]
    }
  }

  private static let named: [Key] = [
    .enter, .tab, .tab, .backTab, .backspace, .backspace, .delete, .deleteWord, .escape, .up, .up,
    .down, .left, .left, .right, .wordLeft, .wordRight, .home, .end, .pageUp, .pageDown, .unknown,
    .resumed,
  ]

  /// Bytes as a terminal might send them, whole or torn.
  mutating func bytes() -> [UInt8] {
    switch number(0...5) {
    case 0: Array(text().utf8)
    case 1: list(upTo: 6) { UInt8($0.number(0...255)) }
    case 2: Array("\u{1B}[\(number(0...300));\(number(0...20))".utf8) + [UInt8(number(0x20...0x7E))]
    case 3: [0x1B] + list(upTo: 3) { UInt8($0.number(0...127)) }
    case 4:
      Array("\u{1B}[200~".utf8) + Array(text(upTo: 30).utf8)
        + (once(in: 4) ? [] : Array("\u{1B}[201~".utf8))
    default: Array(Array(text().utf8).dropLast(number(0...2)))
    }
  }
}
