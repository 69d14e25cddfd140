/// Reads keys from a terminal's bytes, whatever bytes come.
///
/// **Source**: ECMA-48 control sequences and strings; xterm's names for keys (`CSI A`, `CSI 3 ~`,
/// `CSI 1;5 C`, `SS3 H`), its bracketed paste (`CSI 200 ~` to `CSI 201 ~`), its modifyOtherKeys
/// (`CSI 27;5;13 ~`) and its mouse; kitty's keyboard protocol (`CSI 13;5 u`).
package struct KeyReader {
  /// What comes next, within so many milliseconds (nil: for ever).
  private let input: (_ within: Int?) -> Input
  /// A byte that was read but belongs to the next key.
  private var pushedBack: UInt8?
  /// A signal that came in the middle of a key.
  private var signal: Key?
  /// The beginning of a paste's end, when the paste paused there.
  private var unfinished: [UInt8] = []
  /// Whether a paste has begun whose end has not come.
  private var isPasting = false

  /// How long after Escape the rest of a sequence may come, in milliseconds.
  private static let patience = 50
  /// How long a paste may pause before what came of it is shown.
  private static let pastePatience = 250
  private static let pasteEnd: ArraySlice<UInt8> = Array("\u{1B}[201~".utf8)[...]

  package init(input: @escaping (_ within: Int?) -> Input) {
    self.input = input
  }

  package mutating func next() -> Key {
    if let signal {
      self.signal = nil
      return signal
    }
    if isPasting { return pasted() }
    switch first() {
    case .resized: return .resized
    case .resumed: return .resumed
    case .closed, .nothing: return .closed
    case .byte(let byte): return key(byte)
    }
  }

  private func key(of control: UInt8) -> Key {
    switch control {
    case 0x0D: .enter
    case 0x09: .tab
    case 0x08, 0x7F: .backspace
    case 0x1F: .control("_")
    case 0x01...0x1A: .control(Character(Unicode.Scalar(control + 0x60)))
    default: .unknown
    }
  }

  private mutating func key(_ first: UInt8) -> Key {
    switch first {
    case 0x1B: return escape()
    case 0x00...0x1F, 0x7F: return key(of: first)
    default: return typed(character(first))
    }
  }

  private func typed(_ text: String) -> Key {
    let isControl = text.unicodeScalars.allSatisfy { $0.properties.generalCategory == .control }
    return isControl ? .unknown : .text(text)
  }

  // MARK: Bytes

  private mutating func first() -> Input {
    guard let byte = pushedBack else { return input(nil) }
    pushedBack = nil
    return .byte(byte)
  }

  /// The next byte of a key that has begun; nil when it is late.
  private mutating func byte(within time: Int = Self.patience) -> UInt8? {
    if let byte = pushedBack {
      pushedBack = nil
      return byte
    }
    while true {
      switch input(time) {
      case .byte(let byte): return byte
      case .nothing, .closed: return nil
      case .resized: signal = signal ?? .resized
      case .resumed: signal = .resumed
      }
    }
  }

  /// The character that starts with `first`, read to its end; U+FFFD for what is no UTF-8.
  private mutating func character(_ first: UInt8) -> String {
    let more = first < 0xC2 ? 0 : first < 0xE0 ? 1 : first < 0xF0 ? 2 : first < 0xF5 ? 3 : 0
    var bytes = [first]
    while bytes.count <= more, let next = byte() {
      guard 0x80...0xBF ~= next else {
        pushedBack = next
        break
      }
      bytes.append(next)
    }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.unicodeScalars.count == 1 ? text : "\u{FFFD}"
  }

  // MARK: Sequences

  private mutating func escape() -> Key {
    guard var next = byte() else { return .escape }
    // Some terminals send Alt as a second Escape before the key's own.
    if next == 0x1B {
      guard let third = byte() else { return .escape }
      next = third
    }
    switch next {
    case UInt8(ascii: "["): return controlSequence()
    case UInt8(ascii: "O"):
      guard let last = byte() else { return .alt("O") }
      return named(last, "")
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      return controlString(next)
    case 0x0D, 0x0A: return .lineBreak
    case 0x7F, 0x08: return .alt("\u{7F}")
    case 0x09: return .backTab
    case 0x00...0x1F: return key(next)
    default: return .alt(Character(character(next)))
    }
  }

  /// `CSI` parameters, intermediates, a final byte; any other byte ends it at once.
  private mutating func controlSequence() -> Key {
    var parameters = ""
    while let next = byte() {
      switch next {
      case 0x20...0x3F:
        if parameters.utf8.count < 64 { parameters.unicodeScalars.append(Unicode.Scalar(next)) }
      case UInt8(ascii: "M") where parameters.isEmpty:
        // A mouse of the old kind: button, column and row follow.
        for _ in 0..<3 { _ = byte() }
        return .unknown
      case UInt8(ascii: "[") where parameters.isEmpty:
        // A function key of the Linux console.
        _ = byte()
        return .unknown
      case 0x40...0x7E:
        if parameters == "200", next == UInt8(ascii: "~") { return pasted() }
        return named(next, parameters)
      default:
        pushedBack = next
        return .unknown
      }
    }
    return .unknown
  }

  /// What a terminal answers in a string (`OSC`, `DCS` ...), dropped up to its end; a letter with Alt
  /// when nothing follows.
  private mutating func controlString(_ opening: UInt8) -> Key {
    guard var next = byte() else { return .alt(Character(Unicode.Scalar(opening))) }
    while next != 0x07, next != 0x18, next != 0x1A {
      guard let following = byte() else { break }
      if next == 0x1B {
        if following != UInt8(ascii: "\\") { pushedBack = following }
        break
      }
      next = following
    }
    return .unknown
  }

  // MARK: Pastes

  /// What was pasted, up to the sequence that ends it, or to a pause.
  ///
  /// After a pause the paste goes on, lest the rest of a slow one be taken for keys; a Ctrl-C by itself
  /// ends one whose end was lost.
  private mutating func pasted() -> Key {
    var bytes = unfinished
    (isPasting, unfinished) = (true, [])
    switch first() {
    case .byte(let byte): bytes.append(byte)
    case .resized: return keeping(bytes, .resized)
    case .resumed: return keeping(bytes, .resumed)
    case .nothing, .closed:
      isPasting = false
      return bytes.isEmpty ? .closed : .paste(pastable(bytes[...]))
    }
    while let next = byte(within: Self.pastePatience) {
      bytes.append(next)
      guard next == UInt8(ascii: "~"), bytes.suffix(Self.pasteEnd.count) == Self.pasteEnd else {
        continue
      }
      isPasting = false
      return .paste(pastable(bytes.dropLast(Self.pasteEnd.count)))
    }
    if bytes == [0x03] {
      isPasting = false
      return .control("c")
    }
    if let start = bytes.lastIndex(of: 0x1B), Self.pasteEnd.starts(with: bytes[start...]) {
      unfinished = Array(bytes[start...])
      bytes.removeSubrange(start...)
    }
    return .paste(pastable(bytes[...]))
  }

  private mutating func keeping(_ bytes: [UInt8], _ signal: Key) -> Key {
    unfinished = bytes
    return signal
  }
}

/// Pasted bytes as text to edit: every kind of line break is `\n`, other control characters but the tab
/// are left out, so that nothing pasted can act on the terminal.
private func pastable(_ bytes: ArraySlice<UInt8>) -> String {
  var text = String.UnicodeScalarView()
  var last: Unicode.Scalar?
  for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
    switch scalar {
    case "\r": text.append("\n")
    case "\n": if last != "\r" { text.append("\n") }
    case "\t": text.append("\t")
    default: if scalar.properties.generalCategory != .control { text.append(scalar) }
    }
    last = scalar
  }
  return String(text)
}
