/// Values as protocol 0 writes them, each on a line.
enum PickleLine {
  /// `7`, and `01` and `00` for the two truths.
  static func integer(_ line: [UInt8]) throws(PickleFault) -> PickleValue {
    switch line {
    case [UInt8(ascii: "0"), UInt8(ascii: "1")]: .bool(true)
    case [UInt8(ascii: "0"), UInt8(ascii: "0")]: .bool(false)
    default: try long(line)
    }
  }

  /// `7L`, or without the letter.
  static func long(_ line: [UInt8]) throws(PickleFault) -> PickleValue {
    var digits = line[...]
    if digits.last == UInt8(ascii: "L") { digits.removeLast() }
    if let value = Int64(String(decoding: digits, as: UTF8.self)) { return .integer(value) }
    if digits.first == UInt8(ascii: "-") { digits.removeFirst() }
    throw !digits.isEmpty && digits.allSatisfy { $0 &- 48 < 10 } ? .tooLarge : .notNumber
  }

  static func real(_ line: [UInt8]) throws(PickleFault) -> PickleValue {
    guard let value = line.withUnsafeBufferPointer({ Decimal.number($0[...]) }) else {
      throw .notNumber
    }
    return .real(value)
  }

  /// Text in Latin 1, any other character and the backslash as `\u0142` or `\U0001F600`.
  ///
  /// Python 2 may have written a character past U+FFFF as two surrogates; they are joined.
  static func unicode(_ line: [UInt8]) throws(PickleFault) -> PickleValue {
    var units: [UInt16] = []
    var rest = line[...]
    while let byte = rest.popFirst() {
      switch (byte, rest.first) {
      case (UInt8(ascii: "\\"), UInt8(ascii: "u")):
        rest.removeFirst()
        units.append(UInt16(try hexadecimal(&rest, digits: 4)))
      case (UInt8(ascii: "\\"), UInt8(ascii: "U")):
        rest.removeFirst()
        guard let scalar = Unicode.Scalar(try hexadecimal(&rest, digits: 8)) else { throw .notText }
        units += UTF16.encode(scalar).map(Array.init) ?? []
      default: units.append(UInt16(byte))
      }
    }
    guard let text = String(validating: units, as: UTF16.self) else { throw .notText }
    return .text(text)
  }

  /// Bytes in quotes as Python 2's `repr` writes them: `'tpot'`, `"it's"`, `'K\x00'`.
  static func string(_ line: [UInt8]) throws(PickleFault) -> [UInt8] {
    guard let quote = line.first, [UInt8(ascii: "'"), UInt8(ascii: "\"")].contains(quote),
      line.count > 1, line.last == quote
    else { throw .notText }
    var bytes: [UInt8] = []
    var rest = line.dropFirst().dropLast()
    while let byte = rest.popFirst() {
      bytes.append(byte == UInt8(ascii: "\\") ? try escaped(&rest) : byte)
    }
    return bytes
  }

  private static func escaped(_ rest: inout ArraySlice<UInt8>) throws(PickleFault) -> UInt8 {
    guard let letter = rest.popFirst() else { throw .notText }
    return switch letter {
    case UInt8(ascii: "n"): 10
    case UInt8(ascii: "r"): 13
    case UInt8(ascii: "t"): 9
    case UInt8(ascii: "x"): UInt8(try hexadecimal(&rest, digits: 2))
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): letter
    default: throw .notText
    }
  }

  private static func hexadecimal(
    _ rest: inout ArraySlice<UInt8>, digits: Int
  ) throws(PickleFault) -> UInt32 {
    let text = rest.prefix(digits)
    // A sign would be taken for part of the number.
    guard text.count == digits, text.allSatisfy({ $0 != 0x2B && $0 != 0x2D }),
      let value = UInt32(String(decoding: text, as: UTF8.self), radix: 16)
    else { throw .notText }
    rest.removeFirst(digits)
    return value
  }
}
