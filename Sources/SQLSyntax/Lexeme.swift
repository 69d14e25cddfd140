/// A token that says something, or the hole where the cursor is.
struct Lexeme: Equatable {
  let token: SQLToken
  let isHole: Bool
  /// A bare word in upper case, a symbol as it is, else empty.
  let word: String
  let isKeyword: Bool
  /// What it names: a bare word that is no reserved keyword, or what stands in quotes; else nil.
  let name: String?

  init(_ token: SQLToken, in text: [UInt8], isHole: Bool = false) {
    self.token = token
    self.isHole = isHole
    isKeyword = !isHole && token.kind == .word && SQLSyntax.isKeyword(text[token.range])
    let spelled = isHole ? "" : String(decoding: text[token.range], as: UTF8.self)
    switch isHole ? .space : token.kind {
    case .word:
      word = spelled.uppercased()
      name = isReserved(text[token.range]) ? nil : spelled
    case .quotedName, .string:
      word = ""
      name = unquoted(spelled, isClosed: token.isClosed)
    case .symbol, .semicolon:
      (word, name) = (spelled, nil)
    default:
      (word, name) = ("", nil)
    }
  }

  /// Whether it may begin a clause: only keywords, `;` and `,` do.
  var mayBeginClause: Bool {
    isKeyword || token.kind == .semicolon || word == ","
  }

  /// A bare word; what is quoted is none.
  var isWord: Bool { token.kind == .word && !isHole }
}

/// What stands in the quotes of a name or string.
package func unquoted(_ text: String, isClosed: Bool = true) -> String {
  guard let quote = text.first else { return text }
  let inner = text.dropFirst().dropLast(isClosed ? 1 : 0)
  return quote == "["
    ? String(inner) : String(inner.replacing("\(quote)\(quote)", with: "\(quote)"))
}

/// The lexemes of a statement with a hole for the word at the cursor; nil within a comment, a number
/// and whatever else cannot be completed.
func lexemes(
  of tokens: [SQLToken], in text: [UInt8], at cursor: Int
) -> (lexemes: [Lexeme], hole: Range<Int>)? {
  var lexemes: [Lexeme] = []
  var hole: Range<Int>?
  func makeHole(_ range: Range<Int>) {
    guard hole == nil else { return }
    hole = range
    lexemes.append(Lexeme(SQLToken(kind: .space, range: range), in: text, isHole: true))
  }
  for token in tokens {
    let range = token.range
    guard range.lowerBound < cursor, cursor <= range.upperBound else {
      if range.lowerBound >= cursor { makeHole(cursor..<cursor) }
      if token.isMeaningful { lexemes.append(Lexeme(token, in: text)) }
      continue
    }
    let isInside = cursor < range.upperBound || !token.isClosed
    switch token.kind {
    case .word: makeHole(range.lowerBound..<cursor)
    case .quotedName where isInside, .string where isInside:
      makeHole(range.lowerBound..<cursor)
      if !token.isClosed { lexemes += rest(of: text, from: cursor, to: range.upperBound) }
    case .comment where isInside || text[range.lowerBound] == UInt8(ascii: "-"): return nil
    case .quotedName, .string, .number, .blob, .parameter, .illegal: return nil
    case .symbol, .semicolon: lexemes.append(Lexeme(token, in: text))
    case .space, .comment: break
    }
  }
  makeHole(cursor..<cursor)
  return hole.map { (lexemes, $0) }
}

/// What follows the cursor in a string that is open, which only seems to be part of it.
private func rest(of text: [UInt8], from cursor: Int, to end: Int) -> [Lexeme] {
  var lexemes: [Lexeme] = []
  var place = cursor
  while place < end {
    let token = sqlToken(in: text, at: place)
    if token.isMeaningful { lexemes.append(Lexeme(token, in: text)) }
    place = token.range.upperBound
  }
  return lexemes
}
