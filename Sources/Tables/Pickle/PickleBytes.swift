/// The bytes of a pickle, taken from front to back.
struct PickleBytes {
  private let bytes: [UInt8]
  private(set) var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// How many are left.
  var count: Int { bytes.count - position }

  mutating func byte() throws(PickleFault) -> UInt8 {
    guard position < bytes.count else { throw .cutShort }
    position += 1
    return bytes[position - 1]
  }

  mutating func take(_ count: Int) throws(PickleFault) -> [UInt8] {
    // Compared before anything is reserved: a length is only a claim.
    guard count >= 0, count <= self.count else { throw .cutShort }
    position += count
    return Array(bytes[position - count..<position])
  }

  /// A whole number of `size` bytes, the lowest first, that says how much follows or which is meant.
  mutating func unsigned(_ size: Int) throws(PickleFault) -> Int {
    let value = try take(size).reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    guard let value = Int(exactly: value) else { throw .cutShort }
    return value
  }

  /// What stands up to the next line feed, which is passed over.
  mutating func line() throws(PickleFault) -> [UInt8] {
    guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) else { throw .cutShort }
    defer { position = end + 1 }
    return Array(bytes[position..<end])
  }

  /// A whole number in decimal digits on a line of its own.
  mutating func decimal() throws(PickleFault) -> Int {
    guard let value = Int(String(decoding: try line(), as: UTF8.self)) else { throw .notNumber }
    return value
  }
}
