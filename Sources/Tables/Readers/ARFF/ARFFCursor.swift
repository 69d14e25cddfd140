/// A place in a line of an ARFF text, and what is read from there.
///
/// Escapes are resolved in place: no character takes more bytes than the escape that means it.
struct ARFFCursor {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  private(set) var position = 0
  /// Where the line ends, or a comment begins.
  private let end: Int

  /// What stands between commas.
  struct Word {
    var range: Range<Int>
    var isQuoted: Bool
  }

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.bytes = bytes
    end = bytes.count
  }

  subscript(range: Range<Int>) -> Slice<UnsafeBufferPointer<UInt8>> {
    UnsafeBufferPointer(bytes)[range]
  }

  func text(_ word: Word) -> String { arffText(self[word.range]) }

  /// The byte here; 0 at the end of the line, where a comment begins.
  var byte: UInt8 {
    guard position < end, bytes[position] != percent else { return 0 }
    return bytes[position]
  }

  var isAtEnd: Bool { byte == 0 }

  mutating func skipBlanks() {
    while position < end, bytes[position] <= space { position += 1 }
  }

  /// Passes over `byte` if it is here.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard self.byte == byte else { return false }
    position += 1
    return true
  }

  /// Reads a word: what is in quotes, or what goes up to a blank, a comma or `stop`.
  mutating func word(upTo stop: UInt8 = comma) throws(ARFFFault) -> Word {
    if byte == doubleQuote || byte == singleQuote { return try quotedWord() }
    let start = position
    while position < end {
      let byte = bytes[position]
      // Digits, signs and points lie above the comma.
      if byte == stop || (byte <= comma && (byte == comma || byte <= space)) { break }
      position += 1
    }
    return Word(range: start..<position, isQuoted: false)
  }

  private mutating func quotedWord() throws(ARFFFault) -> Word {
    let quote = bytes[position]
    position += 1
    let start = position
    while position < end, bytes[position] != quote, bytes[position] != backslash { position += 1 }
    var free = position
    while position < end, bytes[position] != quote {
      if bytes[position] == backslash {
        free = try unescape(to: free)
      } else {
        bytes[free] = bytes[position]
        (free, position) = (free + 1, position + 1)
      }
    }
    guard position < end else { throw .openQuote }
    position += 1
    return Word(range: start..<free, isQuoted: true)
  }

  // MARK: Escapes

  /// Resolves the escape here; returns where the next byte goes.
  private mutating func unescape(to free: Int) throws(ARFFFault) -> Int {
    guard position + 1 < end else { throw .openQuote }
    let letter = bytes[position + 1]
    if letter == UInt8(ascii: "u") { return try unescape(digits: 4, radix: 16, from: 2, to: free) }
    if letter &- 48 < 8 {
      let digits = bytes[(position + 1)..<min(position + 4, end)].prefix { $0 &- 48 < 8 }.count
      return try unescape(digits: digits, radix: 8, from: 1, to: free)
    }
    bytes[free] =
      switch letter {
      case UInt8(ascii: "n"): 10
      case UInt8(ascii: "t"): 9
      case UInt8(ascii: "r"): 13
      case UInt8(ascii: "b"): 8
      case UInt8(ascii: "f"): 12
      case doubleQuote, singleQuote, backslash, percent: letter
      default: throw .escape
      }
    position += 2
    return free + 1
  }

  private mutating func unescape(
    digits: Int, radix: Int, from offset: Int, to free: Int
  ) throws(ARFFFault) -> Int {
    let start = position + offset
    guard start + digits <= end else { throw .escape }
    let spelled = String(decoding: bytes[start..<(start + digits)], as: UTF8.self)
    guard let number = UInt32(spelled, radix: radix), let scalar = Unicode.Scalar(number),
      number > 0
    else { throw .escape }
    var free = free
    for byte in String(scalar).utf8 {
      bytes[free] = byte
      free += 1
    }
    position = start + digits
    return free
  }
}

private let backslash = UInt8(ascii: "\\")
private let doubleQuote = UInt8(ascii: "\"")
private let percent = UInt8(ascii: "%")
private let singleQuote = UInt8(ascii: "'")
private let space = UInt8(ascii: " ")
private let comma = UInt8(ascii: ",")
