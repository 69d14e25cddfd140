/// Reads a statement that may be unfinished or wrong, for the relations it names and the columns that
/// its queries give.
///
/// Keywords part a query into clauses; whatever stands within one is taken as it comes, so that every
/// text can be read. Where the hole is, the reader notes what may stand there.
///
/// **Source**: the grammar of SQLite (https://sqlite.org/lang.html).
struct StatementReader {
  /// The columns of a table or view of the catalog; nil where there is none.
  typealias LookUp = (_ schema: String?, _ name: String) -> [SQLColumn]?

  let text: [UInt8]
  let lexemes: [Lexeme]
  let lookUp: LookUp
  var at = 0
  var depth = 0
  /// The CTEs that may be named, the innermost last.
  var ctes: [SQLRelation] = []
  var place: SQLPlace?

  /// SQLite's own limits, beyond which a statement is no longer followed.
  enum Limit {
    static let depth = 100
    static let columns = 2000
    static let relations = 64
  }

  /// What stands between two brackets, or the whole.
  struct Level {
    var clause: Clause
    /// The bracket before the level's first lexeme; -1 for the whole.
    let opening: Int
    /// The first lexeme of the clause.
    var start: Int
    /// What the SELECT at hand reads.
    var relations: [SQLRelation] = []
    /// What a bracket of joined relations held.
    var joined: [SQLRelation] = []
    /// The relation being read in FROM.
    var source: Source?
    /// The select list: for each column its lexemes outside of brackets.
    var items: [[Int]] = []
    /// Columns that the first SELECT gives.
    var columns: [SQLColumn]?
    /// What INSERT, UPDATE or an index is about.
    var target: SQLRelation?
    /// Whether the hole is in the SELECT at hand, and sees what it reads.
    var hasHole = false
    /// Where the recursive CTE that is being read stands in `ctes`.
    var cte: Int?
  }

  /// Reads to the bracket that closes, or to the end.
  mutating func read(_ clause: Clause, of target: SQLRelation? = nil, cte: Int? = nil) -> Level {
    var level = Level(clause: clause, opening: at - 1, start: at, target: target, cte: cte)
    if clause == .from { level.source = Source() }
    while at < lexemes.count, depth == 0 || lexemes[at].word != ")" { step(&level) }
    finish(&level)
    return level
  }

  private mutating func step(_ level: inout Level) {
    let lexeme = lexemes[at]
    if lexeme.isHole { note(&level) }
    if lexeme.word == "(" { return bracket(&level) }
    if let next = nextClause(at: at, in: level) {
      enter(next, &level)
    } else {
      switch level.clause {
      case .from, .update, .into, .named, .index: readSource(&level)
      case .results: readItem(&level)
      case .with: readName(&level)
      default: break
      }
    }
    at += 1
  }

  /// Begins a clause at the keyword where the reader is.
  private mutating func enter(_ clause: Clause, _ level: inout Level) {
    commit(&level)
    switch lexemes[at].word {
    case "SELECT", "VALUES", "UNION", "EXCEPT", "INTERSECT", ";":
      if level.clause != .start { finish(&level) }
      // What a UNION gives comes from more than one table.
      if clause == .compound {
        level.columns = level.columns?.map { SQLColumn($0.name, type: $0.type) }
      }
      if lexemes[at].word == ";" { (level.target, level.columns) = (nil, nil) }
      if lexemes[at].word == "SELECT" { level.items = [[]] }
    case "RETURNING", "CONFLICT":
      if let target = level.target { level.relations = [target] }
    default: break
    }
    level.clause = clause
    level.start = at + 1
    if clause.namesRelations { level.source = Source() }
  }

  /// Ends a SELECT: its columns are known, and so is what the hole in it sees.
  private mutating func finish(_ level: inout Level) {
    commit(&level)
    if level.columns == nil, !level.items.isEmpty {
      level.columns = columns(of: level.items, from: level.relations)
      if let cte = level.cte, ctes[cte].columns.isEmpty { ctes[cte].columns = level.columns ?? [] }
    }
    if level.hasHole {
      if !level.relations.isEmpty { place?.scope.append(level.relations) }
      let aliases = aliases(of: level.items, from: level.relations)
      if place?.results.isEmpty == true { place?.results = aliases }
      level.hasHole = false
    }
    (level.joined, level.relations, level.items) = (level.relations, [], [])
  }

  // MARK: Brackets

  private mutating func bracket(_ level: inout Level) {
    let opening = at
    at += 1
    guard depth < Limit.depth else { return }
    let isNoted = place != nil
    let isQuery =
      at < lexemes.count && ["SELECT", "WITH", "VALUES"].contains(lexemes[at].word)
    let clause = isQuery ? .start : innerClause(of: level, at: opening)
    let known = ctes.count
    depth += 1
    if [.into, .index, .named].contains(level.clause) { commit(&level) }
    let inner = read(
      clause, of: clause == .columnList ? level.target : nil,
      cte: level.clause == .with ? ctes.indices.last : nil)
    depth -= 1
    ctes.removeLast(ctes.count - known)
    if at < lexemes.count { at += 1 }
    if !isNoted, place?.isUsing == true { place?.before = level.relations.count }
    if !isNoted, place != nil { level.hasHole = !(isQuery && level.clause.hidesFromQueries) }
    take(inner, isQuery: isQuery, opening, &level)
  }

  /// Puts what a bracket gave where it belongs.
  private mutating func take(
    _ inner: Level, isQuery: Bool, _ opening: Int, _ level: inout Level
  ) {
    switch level.clause {
    case .results:
      if level.items.isEmpty { level.items = [[]] }
      level.items[level.items.count - 1].append(opening)
    case .from:
      if isQuery {
        level.source?.columns = inner.columns ?? []
        level.source?.isRead = true
      } else if level.source?.name == nil {
        level.relations += inner.joined
        level.source?.isRead = true
      }
    case .with:
      guard let last = ctes.indices.last else { return }
      if isQuery || ["AS", "MATERIALIZED"].contains(word(opening - 1)) {
        if ctes[last].columns.isEmpty { ctes[last].columns = inner.columns ?? [] }
      } else {
        ctes[last].columns = names(in: opening + 1..<at).map { SQLColumn($0) }
      }
    default: break
    }
  }

  /// The bare names in a list such as `(a, b)`.
  private func names(in range: Range<Int>) -> [String] {
    range.compactMap { lexemes[$0].name }
  }

  /// The name of the next CTE.
  private mutating func readName(_ level: inout Level) {
    guard ["WITH", "RECURSIVE", ","].contains(word(at - 1)), let name = lexemes[at].name,
      lexemes[at].word != "RECURSIVE"
    else { return }
    ctes.append(SQLRelation(name, name: name))
  }

  func word(_ index: Int) -> String {
    lexemes.indices.contains(index) ? lexemes[index].word : ""
  }
}
