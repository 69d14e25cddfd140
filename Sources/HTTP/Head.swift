/// The fields of an answer's head as they came; they are only looked at when one is asked for.
///
/// **Shape** Lines of `Name: value`, each with its CRLF. No status line and no empty line.
struct Head: Sendable {
  private(set) var lines: [UInt8] = []

  init() {}

  init(_ headers: [Header]) {
    for header in headers { lines += "\(header.name): \(header.value)\r\n".utf8 }
  }

  mutating func append(_ line: UnsafeRawBufferPointer) {
    // One allocation does for most answers of S3.
    if lines.isEmpty { lines.reserveCapacity(768) }
    lines.append(contentsOf: line)
  }

  /// All fields, in their order.
  var headers: [Header] {
    fields.map { Header(text($0.name), text($0.value)) }
  }

  /// The value of the first field of that name, in letters of any case.
  subscript(name: String) -> String? {
    fields.first { equal(lines[$0.name], name.utf8) }.map { text($0.value) }
  }

  // MARK: Reading

  private struct Field {
    var name: Range<Int>
    var value: Range<Int>
  }

  /// Where each field lies in `lines`; a line without a colon is none.
  private var fields: some Sequence<Field> {
    sequence(state: 0) { start in
      while start < lines.count {
        let end = lines[start...].firstIndex(of: UInt8(ascii: "\n")) ?? lines.count
        defer { start = end + 1 }
        guard let colon = lines[start..<end].firstIndex(of: UInt8(ascii: ":")) else { continue }
        return Field(name: trimmed(start..<colon), value: trimmed(colon + 1..<end))
      }
      return nil
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    let isBlank: (Int) -> Bool = { lines[$0] <= UInt8(ascii: " ") }
    guard let first = range.first(where: { !isBlank($0) }),
      let last = range.last(where: { !isBlank($0) })
    else { return range.lowerBound..<range.lowerBound }
    return first..<last + 1
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: lines[range], as: UTF8.self)
  }

  private func equal(_ one: ArraySlice<UInt8>, _ other: String.UTF8View) -> Bool {
    one.elementsEqual(other) { lowercased($0) == lowercased($1) }
  }

  private func lowercased(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
