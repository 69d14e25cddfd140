extension KeyReader {
  /// The key that a sequence with this final byte and these parameters names.
  func named(_ last: UInt8, _ parameters: String) -> Key {
    let fields = parameters.split(separator: ";", omittingEmptySubsequences: false)
    let numbers = fields.map { Int($0.prefix { $0 != ":" }) ?? 0 }
    let event = fields.count > 1 ? fields[1].split(separator: ":").dropFirst().first : nil
    // A key let go, as kitty tells.
    if event == "3" { return .unknown }
    let modifiers = Modifiers(numbers.count > 1 ? numbers[1] : 1)
    switch (Character(Unicode.Scalar(last)), numbers.first ?? 0) {
    case ("A", _): return modifiers.areNone ? .up : .pageUp
    case ("B", _): return modifiers.areNone ? .down : .pageDown
    case ("C", _): return modifiers.areNone ? .right : .wordRight
    case ("D", _): return modifiers.areNone ? .left : .wordLeft
    case ("H", _), ("~", 1), ("~", 7): return modifiers.hasControl ? .alt("<") : .home
    case ("F", _), ("~", 4), ("~", 8): return modifiers.hasControl ? .alt(">") : .end
    case ("M", 0) where parameters.isEmpty: return .enter
    case ("Z", _): return .backTab
    case ("~", 3): return modifiers.areNone ? .delete : .deleteWord
    case ("~", 5): return .pageUp
    case ("~", 6): return .pageDown
    case ("~", 27) where numbers.count == 3: return coded(numbers[2], modifiers)
    case ("u", let code) where !parameters.hasPrefix("?"): return coded(code, modifiers)
    default: return .unknown
    }
  }

  /// The key with this code point, as kitty and xterm's modifyOtherKeys write it.
  private func coded(_ code: Int, _ modifiers: Modifiers) -> Key {
    switch code {
    case 13, 57414: return modifiers.areNone && !modifiers.hasShift ? .enter : .lineBreak
    case 9: return modifiers.hasShift ? .backTab : .tab
    case 27: return .escape
    case 8, 127: return modifiers.areNone || modifiers.hasShift ? .backspace : .alt("\u{7F}")
    // Kitty's private codes, of keys that are no characters.
    case 0..<32, 57344...63743: return .unknown
    default: break
    }
    guard let scalar = Unicode.Scalar(UInt32(clamping: code)) else { return .unknown }
    let character = Character(scalar)
    if modifiers.hasControl {
      let letter = Character(character.lowercased())
      return letter == "_" || "a"..."z" ~= letter ? .control(letter) : .unknown
    }
    if modifiers.hasAlt { return .alt(character) }
    return .text(modifiers.hasShift ? character.uppercased() : String(character))
  }
}

/// Shift, Alt and Ctrl, as sequences number them: one more than the sum of their bits.
private struct Modifiers {
  private let bits: Int

  init(_ number: Int) {
    // Above the eighth bit there are Caps Lock and Num Lock, which change no key here.
    bits = max(0, number - 1) & 0b111
  }

  var areNone: Bool { bits & 0b110 == 0 }
  var hasShift: Bool { bits & 0b001 != 0 }
  var hasAlt: Bool { bits & 0b010 != 0 }
  var hasControl: Bool { bits & 0b100 != 0 }
}
