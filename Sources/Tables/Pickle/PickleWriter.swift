/// The rows as Python's pickle reads them: a list of lists of numbers, texts and `None`, of protocol 2.
///
/// Protocol 2 is what Python 2 and every Python 3 read. Texts come back as `str` of Python 3 and
/// `unicode` of Python 2; a blob is text of hexadecimal digits.
///
/// **Source**: CPython's `Lib/pickletools.py`.
package func pickle(_ rows: [[Value]]) -> [UInt8] {
  var bytes: [UInt8] = []
  bytes.append(.protocolNumber, [2])
  bytes.appendList(rows) { row, bytes in
    bytes.appendList(row) { value, bytes in bytes.append(value) }
  }
  bytes.append(.stop)
  return bytes
}

extension [UInt8] {
  fileprivate mutating func append(_ instruction: PickleInstruction, _ operand: [UInt8] = []) {
    append(instruction.rawValue)
    append(contentsOf: operand)
  }

  fileprivate mutating func appendList<Part>(
    _ parts: [Part], _ write: (Part, inout [UInt8]) -> Void
  ) {
    append(.emptyList)
    append(.mark)
    for part in parts { write(part, &self) }
    append(.appends)
  }

  fileprivate mutating func append(_ value: Value) {
    switch value {
    case .null: append(.none)
    case .integer(let value): append(value)
    case .real(let value): append(.binaryFloat, value.bitPattern.lowestFirst.reversed())
    case .text, .blob:
      let text = Array((value.description ?? "").utf8)
      append(.binaryUnicode, UInt32(text.count).lowestFirst + text)
    }
  }

  private mutating func append(_ value: Int64) {
    if let value = UInt8(exactly: value) {
      append(.binaryInteger1, [value])
    } else if let value = UInt16(exactly: value) {
      append(.binaryInteger2, value.lowestFirst)
    } else if let value = Int32(exactly: value) {
      append(.binaryInteger, value.lowestFirst)
    } else {
      append(.long1, [8] + value.lowestFirst)
    }
  }
}

extension FixedWidthInteger {
  fileprivate var lowestFirst: [UInt8] {
    (0..<Self.bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) }
  }
}
