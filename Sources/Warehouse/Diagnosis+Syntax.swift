internal import SQLSyntax
internal import Tables

/// Words that stand where the grammar has no place for them.
extension Diagnosis {
  /// The token that SQLite names, and the one before it, tell most of what people get wrong: a keyword
  /// mistyped, a comma too many, a parenthesis left open, a keyword for a name.
  mutating func explainSyntax() {
    guard let fault = indexAtFault else { return }
    for index in [fault, fault - 1] where tokens.indices.contains(index) {
      guard let meant = keywordMeant(by: index) else { continue }
      return say("did you mean \(meant)?", at: tokens[index].range.lowerBound)
    }
    if fault > 0, reading(tokens[fault - 1]) == ",", startsClause(fault) {
      return say("a comma too many", at: tokens[fault - 1].range.lowerBound)
    }
    if let open = openBracket(before: fault), startsClause(fault) {
      return say("this ( is not closed", at: tokens[open].range.lowerBound)
    }
    guard let keyword = keyword(fault), awaitsName(behind: fault - 1) else { return }
    // AMLB's own files call a budget so.
    say(
      keyword == "CONSTRAINT"
        ? "a keyword; the column is budget" : "a keyword; as a name \"\(reading(tokens[fault]))\"")
  }

  /// A statement that ends too early.
  mutating func explainEnd() {
    let end = tokens.last { $0.kind != .semicolon }?.range.upperBound
    if let open = openBracket(before: tokens.count) {
      say("this ( is not closed", at: tokens[open].range.lowerBound)
    } else {
      say("something is missing here", at: end)
    }
  }

  /// A character that starts no token, or a quote that does not end.
  mutating func explainToken() {
    guard let open = tokens.first(where: { !$0.isClosed }) else { return }
    say("the quote is not closed", at: open.range.lowerBound)
  }

  /// The keyword that the word at `index` is near to; nil where it is one, or is too short to tell.
  private func keywordMeant(by index: Int) -> String? {
    guard tokens[index].kind == .word, keyword(index) == nil else { return nil }
    let typed = reading(tokens[index])
    return typed.count > 2 ? suggestion(for: typed, among: statementKeywords) : nil
  }

  private func startsClause(_ index: Int) -> Bool {
    switch keyword(index) {
    case "FROM", "WHERE", "HAVING", "LIMIT", "UNION": true
    case "GROUP", "ORDER": keyword(index + 1) == "BY"
    case nil: reading(tokens[index]) == ")"
    default: false
    }
  }

  /// Whether a column or an expression is awaited behind the token.
  private func awaitsName(behind index: Int) -> Bool {
    guard tokens.indices.contains(index) else { return false }
    if let keyword = keyword(index) {
      return ["SELECT", "BY", "WHERE", "AND", "OR", "NOT", "ON", "SET", "DISTINCT"].contains(
        keyword)
    }
    return tokens[index].kind == .symbol && reading(tokens[index]) != ")"
  }

  /// The last bracket that opens before `end` and does not close, unless it holds a query.
  private func openBracket(before end: Int) -> Int? {
    var open: [Int] = []
    for index in tokens.indices.prefix(end) {
      switch reading(tokens[index]) {
      case "(": open.append(index)
      case ")": _ = open.popLast()
      default: break
      }
    }
    return open.last.flatMap { index in
      ["SELECT", "WITH", "VALUES"].contains(keyword(index + 1) ?? "") ? nil : index
    }
  }
}

/// The keywords that statements are built on; the rarer ones are left out, lest names look like them.
private let statementKeywords = """
  SELECT FROM WHERE GROUP ORDER HAVING LIMIT OFFSET JOIN LEFT INNER CROSS UNION EXCEPT INTERSECT \
  DISTINCT BETWEEN INSERT INTO VALUES UPDATE DELETE CREATE DROP ALTER TABLE VIEW INDEX TRIGGER WITH \
  RECURSIVE CASE WHEN THEN ELSE EXPLAIN PRAGMA REPLACE RETURNING WINDOW PARTITION BEGIN COMMIT \
  ROLLBACK ATTACH DETACH VACUUM ANALYZE
  """.split(separator: " ").map(String.init)
