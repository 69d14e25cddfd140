internal import SQLSyntax
internal import Tables

/// Where SQL went wrong and what would be right, worked out from what SQLite says of it.
///
/// SQLite names the word it stumbled over, which for a mistyped keyword or a comma too many is the one
/// behind; of a name that it does not know it tells the place, but not what the name was to be.
struct Diagnosis {
  /// The names that a statement may use.
  struct Names {
    /// Tables and views.
    var relations: () -> [String]
    /// Columns of a table or view; nil where there is none of that name.
    var columns: (String) -> [String]?
    /// Functions, each once for every number of arguments it takes, negative for any.
    var functions: () -> [(name: String, arguments: Int)]
  }

  /// UTF-8 bytes of the script before the place at fault; nil where it cannot be told.
  var offset: Int?
  /// What a person would do about it, in a few words.
  var hint: String?

  let names: Names
  let text: [UInt8]
  /// The tokens of the statement that say something.
  let tokens: [SQLToken]

  /// - Parameters:
  ///   - start: bytes of the script before the statement.
  ///   - offset: the place that SQLite tells, from the start of the script.
  init(_ message: String, in script: String, from start: Int, at offset: Int?, names: Names) {
    text = Array(script.utf8)
    var end = StatementEnd()
    var tokens: [SQLToken] = []
    var place = min(start, text.count)
    while place < text.count {
      let token = sqlToken(in: text, at: place)
      tokens.append(token)
      place = token.range.upperBound
      if end.isReached(by: token, in: text) { break }
    }
    self.tokens = tokens.filter(\.isMeaningful)
    self.names = names
    self.offset = offset
    explain(message)
  }

  private mutating func explain(_ message: String) {
    let subject = message.firstRange(of: ": ").map { String(message[$0.upperBound...]) } ?? ""
    switch message {
    case _ where message.hasPrefix("no such column"): explainColumn(subject)
    case _ where message.hasPrefix("no such table"): explainTable(subject)
    case _ where message.hasPrefix("no such function"): explainFunction(subject)
    case _ where message.hasPrefix("ambiguous column name"): explainAmbiguity(of: subject)
    case _ where message.hasPrefix("wrong number of arguments"): explainArguments(message)
    case _ where message.hasPrefix("misuse of aggregate"): explainAggregate(subject)
    case _ where message.hasPrefix("unrecognized token"): explainToken()
    case "incomplete input": explainEnd()
    case _ where message.hasSuffix("syntax error"): explainSyntax()
    default: explainInsertion(message)
    }
  }

  mutating func say(_ hint: String?, at place: Int? = nil) {
    self.hint = hint
    if let place { offset = place }
  }

  // MARK: Tokens

  /// What a token reads, without its quotes.
  func reading(_ token: SQLToken) -> String {
    let text = String(decoding: text[token.range], as: UTF8.self)
    guard token.kind == .quotedName, token.isClosed, text.count > 1 else { return text }
    let quote = String(text.suffix(1))
    return String(text.dropFirst().dropLast()).replacing(quote + quote, with: quote)
  }

  /// The index of the first token that names `name`.
  func index(of name: String) -> Int? {
    tokens.firstIndex {
      ($0.kind == .word || $0.kind == .quotedName) && isSameName(reading($0), name)
    }
  }

  /// The index of the token at the place at fault.
  var indexAtFault: Int? {
    offset.flatMap { place in tokens.firstIndex { $0.range.contains(place) } }
  }

  /// The keyword that a token is, in upper case; nil for any other word.
  func keyword(_ index: Int) -> String? {
    guard tokens.indices.contains(index), tokens[index].kind == .word else { return nil }
    let word = reading(tokens[index]).uppercased()
    return sqlKeywords.contains(word) ? word : nil
  }
}
