/// Numbers as bytes, the lowest first.
enum PickleNumber {
  /// A signed whole number of at most eight bytes.
  static func integer(_ bytes: [UInt8]) -> Int64 {
    let isNegative = (bytes.last ?? 0) >= 0x80
    return bytes.reversed().reduce(isNegative ? -1 : 0) { $0 << 8 | Int64($1) }
  }

  /// A whole number of at most eight bytes that is never negative.
  static func unsigned(_ bytes: [UInt8]) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// A double of eight bytes.
  static func real(_ bytes: [UInt8]) -> Double {
    Double(bitPattern: unsigned(bytes))
  }

  /// A signed whole number of any number of bytes, none of them standing for 0.
  static func long(_ bytes: [UInt8]) throws(PickleFault) -> PickleValue {
    guard bytes.count <= 8 else { throw .tooLarge }
    return .integer(integer(bytes))
  }
}
