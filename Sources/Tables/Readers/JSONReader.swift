/// Reads JSON values that stand one after the other, as JSON Lines has them.
///
/// ```
/// var reader = JSONReader(Array("{\"seed\": 75}\n[1, null]".utf8))
/// while let value = try reader.next() { print(reader.line, value) }   // 1 {…} and 2 […]
/// ```
///
/// Foundation's decoder takes a single value, and a pure target has no Foundation.
///
/// **Edge cases**: a byte order mark is passed over; a value may span lines. Nesting is limited to 64.
///
/// **Source**: RFC 8259 to the letter; a name that comes twice, which it leaves open, is refused.
package struct JSONReader: Sendable {
  private static let depthLimit = 64

  /// The line that the last value begins on, from 1.
  package private(set) var line = 1

  private let bytes: [UInt8]
  private var position: Int
  /// The line at `position`.
  private var currentLine = 1
  private var depth = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next value; nil where none is left.
  package mutating func next() throws(TablesError) -> JSONValue? {
    skipBlanks()
    line = currentLine
    guard position < bytes.count else { return nil }
    do throws(JSONFault) {
      return try value()
    } catch {
      throw .malformedJSON(line: currentLine, error)
    }
  }

  private mutating func value() throws(JSONFault) -> JSONValue {
    skipBlanks()
    switch try peek() {
    case UInt8(ascii: "{"):
      return .object(try nested { reader throws(JSONFault) in try reader.object() })
    case UInt8(ascii: "["):
      return .array(try nested { reader throws(JSONFault) in try reader.array() })
    case UInt8(ascii: "\""): return .text(try text())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw unexpected("a value")
    }
  }

  private mutating func word(
    _ word: StaticString, _ value: JSONValue
  ) throws(JSONFault) -> JSONValue {
    for byte in word.description.utf8 { try take(byte, "\(word)") }
    return value
  }
}

// MARK: - Arrays and objects

extension JSONReader {
  private mutating func nested<Parts>(
    _ read: (inout JSONReader) throws(JSONFault) -> Parts
  ) throws(JSONFault) -> Parts {
    guard depth < Self.depthLimit else { throw .nested(limit: Self.depthLimit) }
    depth += 1
    defer { depth -= 1 }
    position += 1
    return try read(&self)
  }

  private mutating func array() throws(JSONFault) -> [JSONValue] {
    var values: [JSONValue] = []
    while try more(before: UInt8(ascii: "]"), isFirst: values.isEmpty) {
      values.append(try value())
    }
    return values
  }

  private mutating func object() throws(JSONFault) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    var names: Set<String> = []
    while try more(before: UInt8(ascii: "}"), isFirst: members.isEmpty) {
      skipBlanks()
      let name = try text()
      guard names.insert(name).inserted else { throw .repeatedName(name) }
      skipBlanks()
      try take(UInt8(ascii: ":"), "a colon")
      members.append(JSONValue.Member(name: name, value: try value()))
    }
    return members
  }

  /// Passes over the comma before another part, or over the `end`.
  private mutating func more(before end: UInt8, isFirst: Bool) throws(JSONFault) -> Bool {
    skipBlanks()
    if try peek() == end {
      position += 1
      return false
    }
    if !isFirst { try take(UInt8(ascii: ","), "a comma or \(Character(Unicode.Scalar(end)))") }
    return true
  }
}

// MARK: - Numbers and texts

extension JSONReader {
  private mutating func number() throws(JSONFault) -> JSONValue {
    let start = position
    if bytes[position] == UInt8(ascii: "-") { position += 1 }
    if position < bytes.count, bytes[position] == UInt8(ascii: "0") {
      position += 1
    } else {
      try digits()
    }
    var isWhole = true
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      isWhole = false
      position += 1
      try digits()
    }
    if position < bytes.count, bytes[position] | 0x20 == UInt8(ascii: "e") {
      isWhole = false
      position += 1
      let sign = try peek()
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
      try digits()
    }
    let spelled = String(decoding: bytes[start..<position], as: UTF8.self)
    if isWhole, let value = Int64(spelled) { return .integer(value) }
    return .real(Double(spelled) ?? .nan)
  }

  private mutating func digits() throws(JSONFault) {
    guard try peek() &- 48 < 10 else { throw unexpected("a digit") }
    while position < bytes.count, bytes[position] &- 48 < 10 { position += 1 }
  }

  private mutating func text() throws(JSONFault) -> String {
    try take(UInt8(ascii: "\""), "a quote")
    var units: [UInt8] = []
    while true {
      let byte = try peek()
      guard byte >= 0x20 else { throw .controlCharacter }
      position += 1
      switch byte {
      case UInt8(ascii: "\""):
        guard let text = String(validating: units, as: UTF8.self) else { throw .notUTF8 }
        return text
      case UInt8(ascii: "\\"): units += try escaped()
      default: units.append(byte)
      }
    }
  }

  /// What an escape stands for, in UTF-8.
  private mutating func escaped() throws(JSONFault) -> [UInt8] {
    let letter = try peek()
    position += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"): return Array(String(try scalar()).utf8)
    default: throw .escape
    }
  }

  /// The character of `\u0142`, or of two surrogates that belong together.
  private mutating func scalar() throws(JSONFault) -> Character {
    let first = try unit()
    var units = [first]
    if UTF16.isLeadSurrogate(first) {
      guard bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else {
        throw .escape
      }
      position += 2
      units.append(try unit())
    }
    guard let scalar = String(validating: units, as: UTF16.self)?.unicodeScalars.first else {
      throw .escape
    }
    return Character(scalar)
  }

  private mutating func unit() throws(JSONFault) -> UInt16 {
    guard bytes.count - position >= 4 else { throw .cutShort }
    var unit: UInt16 = 0
    for byte in bytes[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { throw .escape }
      unit = unit << 4 | UInt16(digit)
    }
    position += 4
    return unit
  }
}

// MARK: - Bytes

extension JSONReader {
  private func peek() throws(JSONFault) -> UInt8 {
    guard position < bytes.count else { throw .cutShort }
    return bytes[position]
  }

  private mutating func take(_ byte: UInt8, _ wanted: String) throws(JSONFault) {
    guard try peek() == byte else { throw unexpected(wanted) }
    position += 1
  }

  private mutating func skipBlanks() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"): currentLine += 1
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      default: return
      }
      position += 1
    }
  }

  /// The character at the position is not what belongs there.
  private func unexpected(_ wanted: String) -> JSONFault {
    let text = String(decoding: bytes[position...].prefix(4), as: UTF8.self)
    return .unexpected(text.first.map { String($0) } ?? "", wanted: wanted)
  }
}
