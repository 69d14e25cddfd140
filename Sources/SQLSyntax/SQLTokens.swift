/// A piece of SQL text, by what it is.
package struct SQLToken: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case space, comment, word, quotedName, string, number, semicolon, symbol
  }

  package var kind: Kind
  /// Bytes of UTF-8 from the start of the text.
  package var range: Range<Int>
  /// Whether its end was found: false for a string or comment that the text leaves open.
  package var isClosed: Bool

  package init(kind: Kind, range: Range<Int>, isClosed: Bool = true) {
    self.kind = kind
    self.range = range
    self.isClosed = isClosed
  }

  /// Whether it says something, unlike spaces and comments.
  package var isMeaningful: Bool { kind != .space && kind != .comment }
}

/// SQL text in tokens, which follow one another without a gap.
///
/// **Source**: SQLite's own tokenizer (`tokenize.c`) as far as strings, names, comments and numbers go;
/// operators are single symbols.
///
/// - Complexity: O(*n*)
package func sqlTokens(_ text: [UInt8]) -> [SQLToken] {
  var tokens: [SQLToken] = []
  var place = 0
  while place < text.count {
    let token = token(in: text, at: place)
    tokens.append(token)
    place = token.range.upperBound
  }
  return tokens
}

private func token(in text: [UInt8], at start: Int) -> SQLToken {
  let next = start + 1 < text.count ? text[start + 1] : 0
  switch (text[start], next) {
  case (UInt8(ascii: "-"), UInt8(ascii: "-")):
    let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    return SQLToken(kind: .comment, range: start..<end)
  case (UInt8(ascii: "/"), UInt8(ascii: "*")): return blockComment(in: text, at: start)
  case (UInt8(ascii: "'"), _): return quoted(.string, by: UInt8(ascii: "'"), in: text, at: start)
  case (UInt8(ascii: "\""), _), (UInt8(ascii: "`"), _):
    return quoted(.quotedName, by: text[start], in: text, at: start)
  case (UInt8(ascii: "["), _):
    return quoted(.quotedName, by: UInt8(ascii: "]"), in: text, at: start)
  case (UInt8(ascii: ";"), _): return SQLToken(kind: .semicolon, range: start..<start + 1)
  case (let byte, _) where isSpace(byte): return run(.space, in: text, at: start, while: isSpace)
  case (let byte, _) where isDigit(byte):
    return run(.number, in: text, at: start, while: isInNumber)
  case (let byte, _) where isInWord(byte): return run(.word, in: text, at: start, while: isInWord)
  default: return SQLToken(kind: .symbol, range: start..<start + 1)
  }
}

private func run(
  _ kind: SQLToken.Kind, in text: [UInt8], at start: Int, while belongs: (UInt8) -> Bool
) -> SQLToken {
  let end = text[start...].firstIndex { !belongs($0) } ?? text.count
  return SQLToken(kind: kind, range: start..<end)
}

private func blockComment(in text: [UInt8], at start: Int) -> SQLToken {
  var place = start + 2
  while place + 1 < text.count {
    if text[place] == UInt8(ascii: "*"), text[place + 1] == UInt8(ascii: "/") {
      return SQLToken(kind: .comment, range: start..<place + 2)
    }
    place += 1
  }
  return SQLToken(kind: .comment, range: start..<text.count, isClosed: false)
}

/// What stands between two quotes, where a doubled closing quote is one of the text.
private func quoted(
  _ kind: SQLToken.Kind, by quote: UInt8, in text: [UInt8], at start: Int
) -> SQLToken {
  var place = start + 1
  while let end = text[place...].firstIndex(of: quote) {
    let isDoubled = end + 1 < text.count && text[end + 1] == quote && quote != UInt8(ascii: "]")
    guard isDoubled else { return SQLToken(kind: kind, range: start..<end + 1) }
    place = end + 2
  }
  return SQLToken(kind: kind, range: start..<text.count, isClosed: false)
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
private func isInNumber(_ byte: UInt8) -> Bool { isInWord(byte) || byte == UInt8(ascii: ".") }

private func isInWord(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...0xFF:
    true
  default: isDigit(byte)
  }
}
