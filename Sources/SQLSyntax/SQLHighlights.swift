package import Tables

/// How SQL is painted as it is typed; what is not named stays plain.
///
/// What is left open and a bracket without its partner have the paint of errors.
///
/// - Parameter tokens: the tokens of one statement in `text`, without a gap.
/// - Returns: ranges in bytes, in order.
/// - Complexity: O(*n*)
package func sqlHighlights(
  _ text: [UInt8], _ tokens: [SQLToken]
) -> [(range: Range<Int>, paint: Paint)] {
  var highlights: [(range: Range<Int>, paint: Paint)] = []
  // Where brackets that are open stand in `highlights`.
  var open: [Int] = []
  let meaningful = tokens.filter { $0.isMeaningful }
  var place = 0
  for token in tokens {
    var paint = plainPaint(of: token)
    if token.isMeaningful {
      if token.kind == .word { paint = wordPaint(meaningful, place, in: text) }
      place += 1
    }
    if token.kind == .symbol, text[token.range.lowerBound] == UInt8(ascii: "(") {
      open.append(highlights.count)
      paint = .error
    } else if token.kind == .symbol, text[token.range.lowerBound] == UInt8(ascii: ")") {
      if let partner = open.popLast() {
        highlights[partner].paint = .plain
      } else {
        paint = .error
      }
    }
    if paint != .plain { highlights.append((token.range, paint)) }
  }
  return highlights.filter { $0.paint != .plain }
}

private func plainPaint(of token: SQLToken) -> Paint {
  guard token.isClosed else { return .error }
  return switch token.kind {
  case .space, .word, .semicolon, .symbol: .plain
  case .comment: .comment
  case .quotedName: .name
  case .string, .blob: .string
  case .number: .number
  case .parameter: .parameter
  case .illegal: .error
  }
}

/// A name after or before a dot is never a keyword, and a word before a bracket is a function unless
/// it is a keyword that brackets follow.
private func wordPaint(_ tokens: [SQLToken], _ place: Int, in text: [UInt8]) -> Paint {
  func isSymbol(_ index: Int, _ symbol: Unicode.Scalar) -> Bool {
    tokens.indices.contains(index) && tokens[index].kind == .symbol
      && text[tokens[index].range.lowerBound] == UInt8(ascii: symbol)
  }
  let word = text[tokens[place].range]
  let isQualified = isSymbol(place - 1, ".") || isSymbol(place + 1, ".")
  let isKeyword = isKeyword(word) && !isQualified
  let isCalled = isSymbol(place + 1, "(") && !isQualified
  if isCalled, !isKeyword || PackedWord(word).map(calledKeywords.contains) == true {
    return .function
  }
  return isKeyword ? .keyword : .plain
}

/// Keywords that are functions' names too.
private let calledKeywords = Set(
  ["REPLACE", "LIKE", "GLOB", "IF"].compactMap { PackedWord($0.utf8) })
