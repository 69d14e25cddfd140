/// How many terminal cells `text` takes: two for CJK and emoji, none for marks that join the letter
/// before them.
///
/// Counted by grapheme, as modern terminals do: a flag, a family joined by ZWJ and a symbol with the
/// emoji variation selector are two cells each. Ambiguous characters (Greek, box drawing) are one.
/// Control characters count nothing; escape them first.
///
/// **Source**: Unicode Standard Annex 11, East Asian Width, classes W and F; emoji by the property
/// Emoji_Presentation of Unicode Technical Standard 51.
///
/// - Complexity: O(*n*); for ASCII no more than a look at each byte.
package func displayWidth(of text: String) -> Int {
  if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 }) { return text.utf8.count }
  return text.reduce(0) { $0 + displayWidth(of: $1) }
}

/// How many terminal cells one character takes.
package func displayWidth(of character: Character) -> Int {
  let scalars = character.unicodeScalars
  let isEmoji = scalars.contains {
    $0 == "\u{FE0F}" || $0 == "\u{200D}" || $0.properties.isEmojiModifier
  }
  if isEmoji { return 2 }
  if let first = scalars.first, isRegionalIndicator(first) { return scalars.count > 1 ? 2 : 1 }
  return scalars.reduce(0) { $0 + width(of: $1) }
}

/// The start of `text` that fits into `width` cells; `ellipsis` ends it when something was cut.
package func fitting(_ text: String, into width: Int, ellipsis: String = "…") -> String {
  guard displayWidth(of: text) > width else { return text }
  let room = width - displayWidth(of: ellipsis)
  guard room >= 0 else { return String(ellipsis.prefix(max(0, width))) }
  var used = 0
  let kept = text.prefix { character in
    used += displayWidth(of: character)
    return used <= room
  }
  return kept + ellipsis
}

/// `text` filled with spaces to `width` cells, on its left side when it is `right`-aligned.
package func padded(_ text: String, to width: Int, right: Bool = false) -> String {
  let spaces = String(repeating: " ", count: max(0, width - displayWidth(of: text)))
  return right ? spaces + text : text + spaces
}

private func width(of scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x300 { return scalar.value < 0x20 || 0x7F...0x9F ~= scalar.value ? 0 : 1 }
  // Vowels and finals of decomposed Hangul join the initial before them.
  if 0x1160...0x11FF ~= scalar.value { return 0 }
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
    return 0
  default:
    return isWide(scalar) ? 2 : 1
  }
}

private func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
  0x1F1E6...0x1F1FF ~= scalar.value
}

private func isWide(_ scalar: Unicode.Scalar) -> Bool {
  if scalar.properties.isEmojiPresentation { return true }
  let value = scalar.value
  return wideRanges.contains { $0.contains(value) }
}

/// The blocks whose characters are two cells wide, emoji apart.
private let wideRanges: [ClosedRange<UInt32>] = [
  0x1100...0x115F,  // Hangul initial consonants
  0x2329...0x232A,  // angle brackets
  0x2E80...0x303E,  // CJK radicals, ideographic description, CJK punctuation
  0x3041...0x4DBF,  // kana, bopomofo, Hangul compatibility, CJK extension A
  0x4E00...0xA4CF,  // CJK unified ideographs, Yi
  0xA960...0xA97C,  // Hangul extended A
  0xAC00...0xD7A3,  // Hangul syllables
  0xF900...0xFAFF,  // CJK compatibility ideographs
  0xFE10...0xFE19,  // vertical forms
  0xFE30...0xFE6B,  // CJK compatibility and small forms
  0xFF01...0xFF60,  // fullwidth forms
  0xFFE0...0xFFE6,  // fullwidth signs
  0x16FE0...0x18D08,  // Tangut, Khitan
  0x1AFF0...0x1B2FB,  // kana extended, Nushu
  0x1F200...0x1F265,  // enclosed ideographs
  0x20000...0x3FFFD,  // the ideographic planes
]
