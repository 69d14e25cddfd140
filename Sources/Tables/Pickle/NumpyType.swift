/// What the bytes of a numpy scalar mean: `i8` is a whole number of eight, `U3` text of three characters.
///
/// **Source**: numpy's array interface for the codes; `dtype.__reduce__` for the state.
struct NumpyType {
  private let kind: Character
  private let size: Int
  private var isLowestFirst = true

  init(_ code: [UInt8]) throws(PickleFault) {
    let text = String(decoding: code.prefix(20), as: UTF8.self)
    guard let kind = text.first, let size = Int(text.dropFirst()), size >= 0,
      ["b1", "i1", "i2", "i4", "i8", "u1", "u2", "u4", "u8", "f4", "f8"].contains(text)
        || ["U", "S"].contains(kind)
    else { throw .calls("numpy.dtype(\"\(text)\")") }
    self.kind = kind
    self.size = size
  }

  /// Takes the state that `dtype` is given, of which only the order of bytes matters to a scalar.
  mutating func take(_ state: Int, in heap: PickleHeap) throws(PickleFault) {
    guard let parts = heap.parts(of: state, .tuple), parts.count >= 8 else { throw .misplaced }
    let order: [UInt8]? =
      switch heap[parts[1]] {
      case .plain(.text(let text)): Array(text.utf8)
      case .string(let bytes): bytes
      default: nil
      }
    switch order {
    case [UInt8(ascii: "<")], [UInt8(ascii: "|")]: isLowestFirst = true
    case [UInt8(ascii: ">")]: isLowestFirst = false
    default: throw .misplaced
    }
  }

  /// The value that `bytes` hold.
  func scalar(_ bytes: [UInt8]) throws(PickleFault) -> PickleHeap.Object {
    guard bytes.count == (kind == "U" ? size.multipliedReportingOverflow(by: 4).partialValue : size)
    else { throw .misplaced }
    let ordered = isLowestFirst ? bytes : bytes.reversed()
    switch kind {
    case "b": return .plain(.bool(bytes != [0]))
    case "i": return .plain(.integer(PickleNumber.integer(ordered)))
    case "u":
      guard let value = Int64(exactly: PickleNumber.unsigned(ordered)) else { throw .tooLarge }
      return .plain(.integer(value))
    case "f" where size == 4:
      let bits = UInt32(truncatingIfNeeded: PickleNumber.unsigned(ordered))
      return .plain(.real(Double(Float(bitPattern: bits))))
    case "f": return .plain(.real(PickleNumber.real(ordered)))
    case "U": return .plain(.text(try text(bytes)))
    default: return .string(bytes)
    }
  }

  /// UTF-32, as numpy keeps text.
  private func text(_ bytes: [UInt8]) throws(PickleFault) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 4) {
      let unit = Array(bytes[start..<start + 4])
      let value = PickleNumber.unsigned(isLowestFirst ? unit : unit.reversed())
      guard let scalar = Unicode.Scalar(UInt32(value)) else { throw .notText }
      text.unicodeScalars.append(scalar)
    }
    return text
  }
}
