/// What a person pressed.
package enum Key: Sendable, Equatable {
  /// A character, as text since a mark may come apart from its letter.
  case text(String)
  /// Text pasted in one piece, line breaks included (bracketed paste).
  case paste(String)
  /// A letter with Ctrl, in lower case; also `_`.
  case control(Character)
  /// A character with Alt (or after Escape).
  case alt(Character)
  case enter, tab, backspace, delete, escape
  case up, down, left, right, wordLeft, wordRight, home, end, pageUp, pageDown
  /// A sequence that means nothing here.
  case unknown
  /// No more input will come.
  case closed
}

/// Reads keys from a terminal's bytes.
///
/// **Source**: ECMA-48 control sequences; xterm's names for keys (`CSI A`, `CSI 3 ~`, `CSI 1;5 C`,
/// `SS3 H`) and its bracketed paste (`CSI 200 ~` to `CSI 201 ~`).
package struct KeyReader {
  /// The next byte, waiting so many milliseconds (nil: for ever); nil when there is none.
  private let byte: (_ within: Int?) -> UInt8?

  /// How long after Escape the rest of a sequence may come.
  private static let patience = 50

  package init(byte: @escaping (_ within: Int?) -> UInt8?) {
    self.byte = byte
  }

  package func next() -> Key {
    guard let first = byte(nil) else { return .closed }
    switch first {
    case 0x1B: return escape()
    case 0x0D, 0x0A: return .enter
    case 0x09: return .tab
    case 0x08, 0x7F: return .backspace
    case 0x1F: return .control("_")
    case 0x01...0x1A: return .control(Character(Unicode.Scalar(first + 0x60)))
    case 0x00...0x1F: return .unknown
    default: return .text(character(first))
    }
  }

  /// The character that starts with `first`, read to its end; U+FFFD for what is no UTF-8.
  private func character(_ first: UInt8) -> String {
    let more = first < 0xC0 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3
    var bytes = [first]
    for _ in 0..<more {
      guard let next = byte(Self.patience) else { break }
      bytes.append(next)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  // MARK: Sequences

  private func escape() -> Key {
    guard let next = byte(Self.patience) else { return .escape }
    switch next {
    case UInt8(ascii: "["): return sequence()
    case UInt8(ascii: "O"):
      guard let last = byte(Self.patience) else { return .alt("O") }
      return named(last, parameters: "")
    case 0x0D, 0x0A: return .alt("\r")
    case 0x7F, 0x08: return .alt("\u{7F}")
    case 0x1B: return .escape
    default: return .alt(Character(character(next)))
    }
  }

  private func sequence() -> Key {
    var parameters = ""
    while let next = byte(Self.patience) {
      if 0x40...0x7E ~= next {
        return parameters == "200" && next == UInt8(ascii: "~")
          ? .paste(pasted()) : named(next, parameters: parameters)
      }
      parameters.unicodeScalars.append(Unicode.Scalar(next))
    }
    return .unknown
  }

  private func named(_ last: UInt8, parameters: String) -> Key {
    let isWord = parameters.hasSuffix(";5") || parameters.hasSuffix(";3")
    switch (Character(Unicode.Scalar(last)), parameters) {
    case ("A", _): return .up
    case ("B", _): return .down
    case ("C", _): return isWord ? .wordRight : .right
    case ("D", _): return isWord ? .wordLeft : .left
    case ("H", _), ("~", "1"), ("~", "7"): return .home
    case ("F", _), ("~", "4"), ("~", "8"): return .end
    case ("~", "3"): return .delete
    case ("~", "5"): return .pageUp
    case ("~", "6"): return .pageDown
    default: return .unknown
    }
  }

  /// What was pasted, up to the sequence that ends it; every kind of line break is `\n`.
  private func pasted() -> String {
    let ending = Array("\u{1B}[201~".utf8)
    var bytes: [UInt8] = []
    while !bytes.suffix(ending.count).elementsEqual(ending) {
      guard let next = byte(nil) else { break }
      bytes.append(next)
    }
    if bytes.suffix(ending.count).elementsEqual(ending) { bytes.removeLast(ending.count) }
    var text = ""
    for character in String(decoding: bytes, as: UTF8.self) {
      text.append(character == "\r" || character == "\r\n" ? "\n" : character)
    }
    return text
  }
}
