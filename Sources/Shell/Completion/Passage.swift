internal import SQLSyntax

/// A dot command or a statement in a text that is being typed, as `Script` would read it.
struct Passage: Equatable {
  /// Bytes from the start of the text; a statement's `;` is its own, a command's line break is not.
  let range: Range<Int>
  let isCommand: Bool
  /// What a statement consists of, spaces included; none for a command.
  let tokens: [SQLToken]

  /// Every passage of a text, in order and without a gap.
  ///
  /// - Complexity: O(*n*)
  static func all(in text: [UInt8]) -> [Passage] {
    var passages: [Passage] = []
    var place = 0
    while place < text.count {
      let passage = command(in: text, at: place) ?? statement(in: text, at: place)
      passages.append(passage)
      place = passage.range.upperBound
    }
    return passages
  }

  private static func command(in text: [UInt8], at start: Int) -> Passage? {
    guard start == 0 || text[start - 1] == UInt8(ascii: "\n") else { return nil }
    let first = text[start...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
    guard first == UInt8(ascii: ".") || first == UInt8(ascii: "\\") else { return nil }
    let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
    return Passage(range: start..<end, isCommand: true, tokens: [])
  }

  /// The statement from `start`; only spaces and comments up to a command's line are none of it.
  private static func statement(in text: [UInt8], at start: Int) -> Passage {
    var tokens: [SQLToken] = []
    var end = StatementEnd()
    var hasBegun = false
    var place = start
    while place < text.count {
      let token = sqlToken(in: text, at: place)
      if !hasBegun, token.kind == .space,
        let lineBreak = text[token.range].lastIndex(of: UInt8(ascii: "\n")),
        command(in: text, at: lineBreak + 1) != nil
      {
        tokens.append(SQLToken(kind: .space, range: token.range.lowerBound..<lineBreak + 1))
        place = lineBreak + 1
        break
      }
      tokens.append(token)
      place = token.range.upperBound
      if token.isMeaningful || !token.isClosed { hasBegun = true }
      if end.isReached(by: token, in: text) { break }
    }
    return Passage(range: start..<place, isCommand: false, tokens: tokens)
  }
}
