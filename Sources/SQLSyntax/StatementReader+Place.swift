extension StatementReader {
  /// Says what may stand in the hole, where the reader is.
  mutating func note(_ level: inout Level) {
    level.hasHole = true
    var place = SQLPlace(typed: lexemes[at].token.range)
    var base = at
    while word(base - 1) == ".", base - 2 > level.opening, let name = lexemes[base - 2].name {
      place.qualifier.insert(name, at: 0)
      base -= 2
    }
    place.ctes = ctes
    place.before = level.relations.count
    let before = base - 1 > level.opening ? base - 1 : nil
    describe(&place, level, before)
    self.place = place
  }

  private func describe(_ place: inout SQLPlace, _ level: Level, _ before: Int?) {
    let previous = before.map { word($0) } ?? ""
    switch level.clause {
    case .start, .compound: describeStart(&place, level, previous)
    case .from, .update, .into, .named, .index:
      describeRelation(&place, level, before)
    case .on where previous == "ON":
      (place.want, place.keywords) = (.condition, ["NOT", "EXISTS ("])
    case .using, .columnList: describeNames(&place, level)
    case .set where previous == "SET" || previous == ",":
      (place.want, place.named) = (.column, level.target?.columns ?? [])
    case .drop, .create, .alter, .delete, .pragma, .with, .conflict, .definition, .other:
      describeWords(&place, level, previous)
    default: describeOperand(&place, level, before)
    }
  }

  private func describeStart(_ place: inout SQLPlace, _ level: Level, _ previous: String) {
    switch previous {
    case "", ";":
      place.want = .statement
      place.keywords = level.opening >= 0 ? ["SELECT", "WITH", "VALUES"] : Following.statement
    case "EXPLAIN":
      (place.want, place.keywords) = (.statement, ["QUERY PLAN"] + Following.statement)
    case "PLAN", "BEGIN": (place.want, place.keywords) = (.statement, Following.statement)
    case "UNION": (place.want, place.keywords) = (.keyword, ["ALL", "SELECT", "VALUES"])
    case "INSERT", "REPLACE":
      (place.want, place.keywords) = (.keyword, ["INTO", "OR REPLACE INTO", "OR IGNORE INTO"])
    default: (place.want, place.keywords) = (.keyword, ["SELECT", "WITH", "VALUES"])
    }
  }

  private func describeRelation(_ place: inout SQLPlace, _ level: Level, _ before: Int?) {
    place.isReading = level.clause == .from
    guard let before else {
      (place.want, place.keywords) = (.relation, ["SELECT", "WITH", "VALUES"])
      return
    }
    switch word(before) {
    case "JOIN": place.want = .join
    case "FROM", ",", "INTO", "ON", "REFERENCES", "TABLE", "ANALYZE", "REINDEX":
      place.want = .relation
    case "UPDATE": (place.want, place.keywords) = (.relation, ["OR IGNORE", "OR REPLACE"])
    case "IGNORE" where level.clause == .update, "REPLACE" where level.clause == .update:
      place.want = .relation
    case "LEFT", "RIGHT", "FULL":
      (place.want, place.keywords) = (.keyword, ["JOIN", "OUTER JOIN"])
    case "INNER", "CROSS", "OUTER": (place.want, place.keywords) = (.keyword, ["JOIN"])
    case "NATURAL": (place.want, place.keywords) = (.keyword, ["JOIN", "LEFT JOIN"])
    case "AS": break
    case "COLUMN":
      (place.want, place.named) = (.column, level.source.map { columns(of: $0) } ?? [])
    default:
      let isJoined = level.clause == .from && word(level.start - 1) == "JOIN"
      place.want = .keyword
      place.keywords = Following.relation(in: level.clause, isJoined: isJoined)
    }
  }

  /// Bare names in brackets or behind USING, of those that may be named.
  private func describeNames(_ place: inout SQLPlace, _ level: Level) {
    guard level.clause != .using || level.opening > 0 && word(level.opening - 1) == "USING" else {
      (place.want, place.keywords) = (.keyword, ["("])
      return
    }
    place.want = .column
    place.isUsing = level.clause == .using
    place.named = level.target?.columns ?? []
  }

  private func describeWords(_ place: inout SQLPlace, _ level: Level, _ previous: String) {
    switch (level.clause, previous) {
    case (.drop, "TABLE"), (.drop, "VIEW"), (.alter, "TABLE"): place.want = .relation
    case (.drop, "INDEX"): place.want = .index
    case (.drop, "TRIGGER"): place.want = .trigger
    case (.pragma, "PRAGMA"): place.want = .pragma
    case (.with, ")"): (place.want, place.keywords) = (.keyword, ["SELECT"])
    case (.with, "AS"): (place.want, place.keywords) = (.keyword, ["(", "MATERIALIZED ("])
    default:
      place.keywords = Following.words(in: level.clause, behind: previous)
      if !place.keywords.isEmpty { place.want = .keyword }
    }
  }

  // MARK: Operands

  private func describeOperand(_ place: inout SQLPlace, _ level: Level, _ before: Int?) {
    place.isSelectList = level.clause == .results
    switch state(level, before) {
    case .awaited:
      place.want = .operand
      place.compared = compared(by: before, in: level)
      place.keywords = Following.awaited(
        in: level.clause, behind: before.map { word($0) } ?? "")
    case .complete(let index):
      place.want = .keyword
      let inCase = caseWords(before: index + 1, from: level.start)
      let call = isCall(endingAt: index) ? ["OVER (", "FILTER (WHERE "] : []
      place.keywords = inCase + call + Following.operand(in: level.clause, behind: word(index))
    case .keywords(let keywords): (place.want, place.keywords) = (.keyword, keywords)
    case .named(let want): place.want = want
    }
  }

  private enum OperandState {
    case awaited
    /// An operand ends with the lexeme of this index.
    case complete(Int)
    case keywords([String])
    case named(SQLPlace.Want)
  }

  private func state(_ level: Level, _ before: Int?) -> OperandState {
    guard let before, before >= level.start else {
      switch level.clause {
      case .group, .order: return .keywords(["BY"])
      case .over: return .keywords(Following.window)
      case .limit, .window: return .named(.nothing)
      default: return .awaited
      }
    }
    let lexeme = lexemes[before]
    switch lexeme.word {
    case ")": return .complete(before)
    case "*":
      let isAll =
        before == level.start || before - 1 == level.opening
        || [",", ".", "(", "DISTINCT"].contains(word(before - 1))
      return isAll ? .complete(before) : .awaited
    case "AS": return .named(level.clause == .cast ? .type : .nothing)
    case "COLLATE": return .named(.collation)
    case "IS": return .awaited
    case "NULLS": return .keywords(["LAST", "FIRST"])
    case "OVER", "FILTER": return .keywords(["("])
    case "PARTITION": return .keywords(["BY"])
    case "END", "NULL", "ISNULL", "NOTNULL", "ASC", "DESC": return .complete(before)
    default:
      if level.clause == .limit { return .keywords(["OFFSET"]) }
      let awaits =
        lexeme.word != "" && lexeme.name == nil || awaitingWords.contains(lexeme.word)
      return awaits && !lexeme.word.hasPrefix("CURRENT_") ? .awaited : .complete(before)
    }
  }

  /// The column before the comparison that ends at `index`, or before the IN of this bracket.
  private func compared(by before: Int?, in level: Level) -> SQLPlace.Reference? {
    if level.clause == .list, before == nil || before.map({ word($0) }) == "," {
      return reference(before: level.opening - 1)
    }
    guard var end = before, comparisons.contains(word(end)) else { return nil }
    if word(end) == "NOT", word(end - 1) == "IS" { end -= 1 }
    return reference(before: end)
  }

  private func reference(before index: Int) -> SQLPlace.Reference? {
    let end = word(index - 1) == "NOT" ? index - 1 : index
    guard end > 0, lexemes[end - 1].token.kind != .string,
      let name = lexemes[end - 1].name
    else { return nil }
    let isQualified = end > 2 && word(end - 2) == "."
    return SQLPlace.Reference(qualifier: isQualified ? lexemes[end - 3].name : nil, name: name)
  }

  /// What goes on with the CASE in which `end` stands; empty outside of any.
  private func caseWords(before end: Int, from start: Int) -> [String] {
    var ended = 0
    var last = ""
    for index in stride(from: end - 1, through: start, by: -1) {
      switch word(index) {
      case "END": ended += 1
      case "WHEN" where ended == 0 && last.isEmpty, "THEN" where ended == 0 && last.isEmpty,
        "ELSE" where ended == 0 && last.isEmpty:
        last = word(index)
      case "CASE" where ended > 0: ended -= 1
      case "CASE":
        return ["WHEN": ["THEN"], "THEN": ["WHEN", "ELSE", "END"], "ELSE": ["END"]][last] ?? [
          "WHEN"
        ]
      default: break
      }
    }
    return []
  }

  /// Whether a function's call ends with the bracket at `index`.
  private func isCall(endingAt index: Int) -> Bool {
    guard word(index) == ")" else { return false }
    var open = 0
    for place in stride(from: index, through: 1, by: -1) {
      if word(place) == ")" { open += 1 }
      if word(place) == "(" { open -= 1 }
      if open == 0 { return lexemes[place - 1].name != nil && lexemes[place - 1].isWord }
    }
    return false
  }
}

/// Words that are no reserved keywords and await an operand all the same.
private let awaitingWords: Set<String> = ["LIKE", "GLOB", "MATCH", "REGEXP", "BY", "OFFSET"]

private let comparisons: Set<String> = [
  "=", "==", "<>", "!=", "<", ">", "<=", ">=", "LIKE", "GLOB", "IS", "NOT", "BETWEEN",
]
