/// The fields of one record, in storage that the next record uses again.
///
/// A field is bytes until someone asks for more: no string is made on the way.
package struct CSVRecord: Sendable {
  /// The line the record begins on, from 1.
  package internal(set) var line = 1

  private var bytes: [UInt8] = []
  private var filled = 0
  /// Where each field ends in `bytes`; the next begins there.
  private var ends: [Int32] = []
  private var seen: UInt8 = 0

  /// How many fields there are.
  package var count: Int { ends.count }

  /// All fields as text.
  package var fields: [String] { (0..<count).map { self[$0] } }

  /// A field as text; what is not UTF-8 is repaired, which only a record that threw can need.
  package subscript(index: Int) -> String {
    String(decoding: bytes[range(of: index)], as: UTF8.self)
  }

  package func isEmpty(_ index: Int) -> Bool { range(of: index).isEmpty }

  /// The number a field holds, nil for any other text and for none; see `Decimal`.
  package func number(_ index: Int) -> Double? {
    let range = range(of: index)
    return withBytes { Decimal.number($0[range]) }
  }

  /// The whole number a field holds, nil for any other text, for none and beyond 64 bits.
  package func integer(_ index: Int) -> Int? {
    let range = range(of: index)
    return withBytes { Decimal.integer($0[range]) }
  }

  /// Calls `body` with the bytes of all fields, one after the other; `range(of:)` tells them apart.
  package func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer(body)
  }

  /// Calls `body` with the bytes of one field.
  package func withBytes<Result>(
    of index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let range = range(of: index)
    return try withBytes { try body(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// Where a field stands in the bytes.
  package func range(of index: Int) -> Range<Int> {
    Int(index == 0 ? 0 : ends[index - 1])..<Int(ends[index])
  }

  /// The record as it could have been written: fields quoted where they must be.
  package func text(delimiter: Character = ",") -> String {
    let special: [Character] = [delimiter, "\"", "\n", "\r", "\r\n"]
    let written = fields.map { field in
      guard field.contains(where: special.contains) else { return field }
      return "\""
        + field.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"") + "\""
    }
    return written.joined(separator: String(delimiter))
  }
}

// MARK: - Filling

extension CSVRecord {
  var isUTF8: Bool {
    seen < 0x80 || String(validating: bytes[..<filled], as: UTF8.self) != nil
  }

  mutating func clear() {
    filled = 0
    seen = 0
    ends.removeAll(keepingCapacity: true)
  }

  /// Makes room for `count` more bytes.
  mutating func reserve(_ count: Int) {
    let missing = filled + count - bytes.count
    if missing > 0 { bytes.append(contentsOf: repeatElement(0, count: missing)) }
  }

  mutating func append(_ byte: UInt8) {
    bytes[filled] = byte
    filled += 1
    seen |= byte
  }

  /// Appends `source` up to `stop`, a line end or a zero byte, into reserved room; says where that is.
  mutating func append(_ source: [UInt8], from start: Int, upTo stop: UInt8) -> Int {
    let source = source.span
    var position = start
    var free = filled
    var seen = self.seen
    var target = bytes.mutableSpan
    while position < source.count {
      let byte = source[position]
      if byte == stop || (byte < 14 && (byte == 10 || byte == 13 || byte == 0)) { break }
      target[free] = byte
      seen |= byte
      free += 1
      position += 1
    }
    self.seen = seen
    filled = free
    return position
  }

  mutating func endField() {
    ends.append(Int32(filled))
  }

  /// Drops what exceeds `limit`, fields counted as a byte each; false if nothing does.
  mutating func cut(at limit: Int) -> Bool {
    guard filled + ends.count > limit else { return false }
    filled = min(filled, limit)
    while let end = ends.last, Int(end) > filled || ends.count > limit { ends.removeLast() }
    return true
  }
}
