/// SQL text in tokens, which follow one another without a gap.
///
/// **Source**: SQLite's own tokenizer (`sqlite3GetToken` in `tokenize.c`, 3.50). It differs in three
/// things, each for the sake of whoever is typing: what is left open keeps its kind and is marked so;
/// a `/*` at the very end is a comment already; a NUL does not end the text.
///
/// - Complexity: O(*n*)
package func sqlTokens(_ text: [UInt8]) -> [SQLToken] {
  var tokens: [SQLToken] = []
  var place = 0
  while place < text.count {
    let token = sqlToken(in: text, at: place)
    tokens.append(token)
    place = token.range.upperBound
  }
  return tokens
}

/// The token that begins at byte `start`, which is not the end of `text`.
///
/// - Parameter seen: where the text ended when this token was last read and found open: its end is
///   looked for from there. So a long string can be read line by line in O(*n*).
package func sqlToken(in text: [UInt8], at start: Int, openUpTo seen: Int = 0) -> SQLToken {
  let lexer = Lexer(text: text, start: start, seen: seen - start)
  switch text[start] {
  case UInt8(ascii: "-"): return lexer.dash
  case UInt8(ascii: "/"): return lexer.slash
  case UInt8(ascii: "'"): return lexer.quoted(.string)
  case UInt8(ascii: "\""), UInt8(ascii: "`"): return lexer.quoted(.quotedName)
  case UInt8(ascii: "["): return lexer.bracketed
  case UInt8(ascii: ";"): return lexer.token(.semicolon, 1)
  case UInt8(ascii: "."): return isDigit(lexer[1]) ? lexer.number : lexer.token(.symbol, 1)
  case UInt8(ascii: "?"): return lexer.token(.parameter, lexer.length(from: 1, while: isDigit))
  case UInt8(ascii: ":"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "#"):
    return lexer.parameter
  case UInt8(ascii: "x"), UInt8(ascii: "X"):
    return lexer[1] == UInt8(ascii: "'") ? lexer.blob : lexer.word
  case 0xEF where lexer[1] == 0xBB && lexer[2] == 0xBF: return lexer.token(.space, 3)
  // A vertical tab is a space behind another and nothing at the start of a token.
  case 0x0B: return lexer.token(.illegal, 1)
  case let byte where isSpace(byte):
    return lexer.token(.space, lexer.length(from: 1, while: isSpace))
  case let byte where isDigit(byte): return lexer.number
  case let byte where isInWord(byte): return lexer.word
  default: return lexer.symbol
  }
}

/// Reads the one token that begins at `start`.
private struct Lexer {
  let text: [UInt8]
  let start: Int
  /// How many bytes of a token left open hold no end of it; other tokens pay no heed.
  let seen: Int

  /// The byte so far behind the start; 0 beyond the end.
  subscript(offset: Int) -> UInt8 {
    start + offset < text.count ? text[start + offset] : 0
  }

  func token(_ kind: SQLToken.Kind, _ length: Int, isClosed: Bool = true) -> SQLToken {
    SQLToken(
      kind: kind, range: start..<min(start + length, text.count), isClosed: isClosed)
  }

  /// How long the token is that goes on from `offset` as long as bytes belong.
  func length(from offset: Int, while belongs: (UInt8) -> Bool) -> Int {
    var length = offset
    while start + length < text.count, belongs(text[start + length]) { length += 1 }
    return length
  }

  /// How long the token is that ends behind the next `byte`; nil where there is none.
  func length(from offset: Int, through byte: UInt8) -> Int? {
    let length = length(from: offset) { $0 != byte }
    return start + length < text.count ? length + 1 : nil
  }

  // MARK: Comments and operators

  var dash: SQLToken {
    switch (self[1], self[2]) {
    case (UInt8(ascii: "-"), _):
      return token(.comment, length(from: 2) { $0 != UInt8(ascii: "\n") })
    case (UInt8(ascii: ">"), UInt8(ascii: ">")): return token(.symbol, 3)
    case (UInt8(ascii: ">"), _): return token(.symbol, 2)
    default: return token(.symbol, 1)
    }
  }

  var slash: SQLToken {
    guard self[1] == UInt8(ascii: "*") else { return token(.symbol, 1) }
    // A `*` at the end of what was seen may be half of the end.
    var from = max(2, seen - 1)
    while let star = length(from: from, through: UInt8(ascii: "*")) {
      if self[star] == UInt8(ascii: "/") { return token(.comment, star + 1) }
      from = star
    }
    return token(.comment, text.count - start, isClosed: false)
  }

  var symbol: SQLToken {
    switch (self[0], self[1]) {
    case (UInt8(ascii: "="), UInt8(ascii: "=")), (UInt8(ascii: "<"), UInt8(ascii: "=")),
      (UInt8(ascii: "<"), UInt8(ascii: ">")), (UInt8(ascii: "<"), UInt8(ascii: "<")),
      (UInt8(ascii: ">"), UInt8(ascii: "=")), (UInt8(ascii: ">"), UInt8(ascii: ">")),
      (UInt8(ascii: "!"), UInt8(ascii: "=")), (UInt8(ascii: "|"), UInt8(ascii: "|")):
      token(.symbol, 2)
    case (let byte, _) where "()+*%=<>|,&~".utf8.contains(byte): token(.symbol, 1)
    default: token(.illegal, 1)
    }
  }

  // MARK: Quotes

  /// What stands between two quotes, where a doubled one is one of the text.
  func quoted(_ kind: SQLToken.Kind) -> SQLToken {
    var from = max(1, seen)
    while let end = length(from: from, through: self[0]) {
      guard self[end] == self[0] else { return token(kind, end) }
      from = end + 1
    }
    return token(kind, text.count - start, isClosed: false)
  }

  var bracketed: SQLToken {
    let end = length(from: max(1, seen), through: UInt8(ascii: "]"))
    return token(.quotedName, end ?? text.count - start, isClosed: end != nil)
  }

  var blob: SQLToken {
    let digits = length(from: 2, while: isHexDigit)
    guard let end = length(from: max(digits, seen), through: UInt8(ascii: "'")) else {
      return token(.blob, text.count - start, isClosed: false)
    }
    return token(end == digits + 1 && digits % 2 == 0 ? .blob : .illegal, end)
  }

  // MARK: Words, parameters, numbers

  var word: SQLToken { token(.word, length(from: 1, while: isInWord)) }

  /// `:name`, or as Tcl has it `$name::part(index)`.
  var parameter: SQLToken {
    var letters = 0
    var length = 1
    while start + length < text.count {
      if isInWord(self[length]) {
        letters += 1
      } else if self[length] == UInt8(ascii: "("), letters > 0 {
        length = self.length(from: length + 1) { $0 != UInt8(ascii: ")") && !isSpace($0) }
        let isClosed = self[length] == UInt8(ascii: ")")
        return token(isClosed ? .parameter : .illegal, isClosed ? length + 1 : length)
      } else if self[length] == UInt8(ascii: ":"), self[length + 1] == UInt8(ascii: ":") {
        length += 1
      } else {
        break
      }
      length += 1
    }
    return token(letters > 0 ? .parameter : .illegal, length)
  }

  /// Digits may have a `_` between two of them.
  var number: SQLToken {
    var length = 0
    func skip(_ belongs: (UInt8) -> Bool) {
      while belongs(self[length])
        || length > 0 && self[length] == UInt8(ascii: "_") && belongs(self[length - 1])
          && belongs(self[length + 1])
      { length += 1 }
    }
    let isHex = self[0] == UInt8(ascii: "0") && self[1] | 0x20 == UInt8(ascii: "x")
    if isHex, isHexDigit(self[2]) {
      length = 2
      skip(isHexDigit)
    } else {
      skip(isDigit)
      if self[length] == UInt8(ascii: ".") {
        length += 1
        skip(isDigit)
      }
      if self[length] | 0x20 == UInt8(ascii: "e") {
        let isSigned = [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(self[length + 1])
        if isDigit(self[length + (isSigned ? 2 : 1)]) {
          length += isSigned ? 2 : 1
          skip(isDigit)
        }
      }
    }
    let end = self.length(from: length, while: isInWord)
    return token(end == length ? .number : .illegal, end)
  }
}

private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || 0x09...0x0D ~= byte }
private func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

private func isHexDigit(_ byte: UInt8) -> Bool {
  isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
}

private func isInWord(_ byte: UInt8) -> Bool {
  isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "$") || byte >= 0x80
}
