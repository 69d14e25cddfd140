/// Reads the XML that AWS answers with, one piece after the other.
///
/// Elements, text, CDATA, the five named entities and character references; namespaces and attributes
/// are passed over. A document type is refused, and with it every entity that could grow or fetch.
/// Ours, because a listing of a thousand keys is read while others are on their way: Foundation's
/// parser takes ten times as long over it, and would bring libxml2 into the binary.
///
/// **Source**: Extensible Markup Language (XML) 1.0, fifth edition.
/// - Complexity: O(bytes).
package struct XMLReader {
  package enum Piece: Sendable, Equatable {
    /// An element begins or ends; its name is `name`.
    case start, end
    case text
  }

  /// What is not XML, or not such as AWS sends.
  package struct Fault: Error, Sendable, Equatable, CustomStringConvertible {
    package var description: String

    init(_ description: String) {
      self.description = description
    }
  }

  private static let deepest = 64

  private let bytes: [UInt8]
  private var position = 0
  private var name = 0..<0
  private var open: [Range<Int>] = []
  private var text = 0..<0
  private var isVerbatim = false
  private var endsAtOnce = false
  private var hasRoot = false

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
  }

  /// How many elements are open.
  package var depth: Int { open.count }

  /// Whether the element that began or ended is called that, its prefix not counted.
  package func isNamed(_ word: StaticString) -> Bool {
    name.count == word.utf8CodeUnitCount
      && zip(name, 0..<name.count).allSatisfy { bytes[$0] == word.utf8Start[$1] }
  }

  /// The name of the element that began or ended.
  package var elementName: String { String(decoding: bytes[name], as: UTF8.self) }

  /// The next piece; nil at the end of the document.
  package mutating func next() throws(Fault) -> Piece? {
    if endsAtOnce {
      endsAtOnce = false
      return try close()
    }
    while position < bytes.count {
      guard bytes[position] == Character.opening else {
        if try readText() { return .text }
        continue
      }
      if let piece = try readMarkup() { return piece }
    }
    guard open.isEmpty, hasRoot else { throw Fault("the answer is cut short") }
    return nil
  }

  /// The text of the element that has just begun, up to its end; what elements within it hold is
  /// left out.
  package mutating func content() throws(Fault) -> String {
    let depth = open.count
    var content = ""
    while let piece = try next() {
      if piece == .text, open.count == depth { content += try decodedText() }
      if piece == .end, open.count < depth { break }
    }
    return content
  }

  // MARK: Markup

  private mutating func readMarkup() throws(Fault) -> Piece? {
    if follows("<?") { return try skip(past: "?>") }
    if follows("<!--") { return try skip(past: "-->") }
    if follows("<![CDATA[") {
      let start = position + 9
      _ = try skip(past: "]]>")
      text = start..<position - 3
      isVerbatim = true
      return .text
    }
    if follows("<!") { throw Fault("the answer has a document type, which no service sends") }
    return follows("</") ? try readEnd() : try readStart()
  }

  private mutating func readStart() throws(Fault) -> Piece {
    guard !open.isEmpty || !hasRoot else { throw Fault("the answer goes on after its end") }
    guard open.count < Self.deepest else {
      throw Fault("the answer nests more than \(Self.deepest) elements")
    }
    position += 1
    name = try readName()
    var quote: UInt8?
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == Character.quote || byte == Character.apostrophe {
        quote = byte
      } else if byte == Character.closing {
        endsAtOnce = bytes[position - 2] == Character.slash
        hasRoot = true
        open.append(name)
        return .start
      }
    }
    throw Fault("the answer is cut short")
  }

  private mutating func readEnd() throws(Fault) -> Piece {
    position += 2
    name = try readName()
    _ = try skip(past: ">")
    return try close()
  }

  private mutating func close() throws(Fault) -> Piece {
    guard let last = open.popLast(), bytes[last].elementsEqual(bytes[name]) else {
      throw Fault("the answer ends <\(elementName)>, which is not open")
    }
    return .end
  }

  /// A name without its prefix.
  private mutating func readName() throws(Fault) -> Range<Int> {
    var start = position
    while position < bytes.count, !Character.endsName(bytes[position]) {
      if bytes[position] == Character.colon { start = position + 1 }
      position += 1
    }
    guard start < position else { throw Fault("the answer has an element without a name") }
    return start..<position
  }

  /// Whether `word` stands here.
  private func follows(_ word: StaticString) -> Bool {
    let count = word.utf8CodeUnitCount
    return position + count <= bytes.count
      && (0..<count).allSatisfy { bytes[position + $0] == word.utf8Start[$0] }
  }

  private mutating func skip(past word: StaticString) throws(Fault) -> Piece? {
    while position < bytes.count {
      if follows(word) {
        position += word.utf8CodeUnitCount
        return nil
      }
      position += 1
    }
    throw Fault("the answer is cut short")
  }

  // MARK: Text

  /// Whether there is text up to the next markup; none counts outside the root but spaces.
  private mutating func readText() throws(Fault) -> Bool {
    let start = position
    while position < bytes.count, bytes[position] != Character.opening { position += 1 }
    text = start..<position
    isVerbatim = false
    if !open.isEmpty { return true }
    guard bytes[text].allSatisfy(Character.isSpace) else {
      throw Fault("the answer is not XML")
    }
    return false
  }

  /// The text that was read, its references resolved.
  package func decodedText() throws(Fault) -> String {
    let raw = bytes[text]
    if isVerbatim || !raw.contains(Character.ampersand) {
      return String(decoding: raw, as: UTF8.self)
    }
    var decoded: [UInt8] = []
    var rest = raw
    while let mark = rest.firstIndex(of: Character.ampersand) {
      decoded += rest[..<mark]
      guard let end = rest[mark...].prefix(12).firstIndex(of: Character.semicolon) else {
        throw Fault("the answer has a & that begins nothing")
      }
      let reference = String(decoding: rest[mark + 1..<end], as: UTF8.self)
      decoded += String(try Self.character(of: reference)).utf8
      rest = rest[(end + 1)...]
    }
    return String(decoding: decoded + rest, as: UTF8.self)
  }

  private static func character(of reference: String) throws(Fault) -> Unicode.Scalar {
    switch reference {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let isHexadecimal = reference.hasPrefix("#x")
    let code =
      isHexadecimal
      ? UInt32(reference.dropFirst(2), radix: 16) : UInt32(reference.dropFirst())
    guard reference.hasPrefix("#"), let code, let scalar = Unicode.Scalar(code) else {
      throw Fault("the answer has the entity &\(reference);, which is not XML's own")
    }
    return scalar
  }

  private enum Character {
    static let opening = UInt8(ascii: "<")
    static let closing = UInt8(ascii: ">")
    static let slash = UInt8(ascii: "/")
    static let colon = UInt8(ascii: ":")
    static let quote = UInt8(ascii: "\"")
    static let apostrophe = UInt8(ascii: "'")
    static let ampersand = UInt8(ascii: "&")
    static let semicolon = UInt8(ascii: ";")

    static func isSpace(_ byte: UInt8) -> Bool {
      byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    static func endsName(_ byte: UInt8) -> Bool {
      byte == closing || byte == slash || byte == opening || isSpace(byte)
    }
  }
}
