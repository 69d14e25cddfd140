/// A line above the rows of an ARFF text.
enum ARFFDeclaration {
  case relation(String)
  case attribute(ARFFAttribute, ARFFColumn)
  case data
  /// A blank line or a comment.
  case nothing

  /// Reads a line, resolving its escapes in place.
  init(_ line: UnsafeMutableBufferPointer<UInt8>) throws(ARFFFault) {
    var cursor = ARFFCursor(line)
    cursor.skipBlanks()
    guard !cursor.isAtEnd else {
      self = .nothing
      return
    }
    let keyword = cursor.text(try cursor.word())
    cursor.skipBlanks()
    switch keyword.lowercased() {
    case "@relation": self = .relation(cursor.text(try cursor.word()))
    case "@attribute": self = try Self.attribute(&cursor)
    case "@data": self = .data
    default: throw .noDeclaration(keyword)
    }
  }

  private static func attribute(_ cursor: inout ARFFCursor) throws(ARFFFault) -> Self {
    let name = cursor.text(try cursor.word(upTo: openBrace))
    guard !name.isEmpty else { throw .noName }
    cursor.skipBlanks()
    if cursor.skip(openBrace) { return try nominal(name, &cursor) }
    let type = cursor.text(try cursor.word())
    switch type.lowercased() {
    case "numeric", "real", "integer":
      return .attribute(.init(name: name, kind: .number), .init(name: name, rule: .number))
    case "string":
      return .attribute(.init(name: name, kind: .text), .init(name: name, rule: .text))
    case "date":
      let rule = ARFFColumn.Rule.date(try pattern(of: name, &cursor))
      return .attribute(.init(name: name, kind: .date), .init(name: name, rule: rule))
    case "relational": throw .relational(attribute: name)
    default: throw .unknownType(type, attribute: name)
    }
  }

  private static func pattern(
    of name: String, _ cursor: inout ARFFCursor
  ) throws(ARFFFault) -> DatePattern {
    cursor.skipBlanks()
    guard !cursor.isAtEnd else { return try DatePattern(DatePattern.standard.utf8, of: name) }
    return try DatePattern(cursor[cursor.word().range], of: name)
  }

  private static func nominal(
    _ name: String, _ cursor: inout ARFFCursor
  ) throws(ARFFFault) -> Self {
    var values: [String] = []
    var index = WordIndex()
    cursor.skipBlanks()
    while !cursor.skip(closeBrace) {
      guard !cursor.isAtEnd else { throw .openBrace }
      let word = try cursor.word(upTo: closeBrace)
      let value = cursor.text(word)
      guard index.insert(cursor[word.range]).isNew else {
        throw .repeatedValue(value, attribute: name)
      }
      values.append(value)
      cursor.skipBlanks()
      if cursor.skip(UInt8(ascii: ",")) { cursor.skipBlanks() }
    }
    return .attribute(
      .init(name: name, kind: .nominal(values)), .init(name: name, rule: .nominal(index)))
  }
}

private let openBrace = UInt8(ascii: "{")
private let closeBrace = UInt8(ascii: "}")
