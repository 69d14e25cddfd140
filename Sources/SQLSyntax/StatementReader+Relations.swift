extension StatementReader {
  /// A relation as FROM names it, while its words come.
  struct Source {
    var schema: String?
    var name: String?
    var alias: String?
    var hasAs = false
    /// What a subquery gives.
    var columns: [SQLColumn] = []
    /// Whether brackets said already what it is.
    var isRead = false
  }

  /// Takes one lexeme of a clause that names relations.
  mutating func readSource(_ level: inout Level) {
    let lexeme = lexemes[at]
    if lexeme.word == "," {
      commit(&level)
      level.source = Source()
    } else if joinWords.contains(lexeme.word) {
      commit(&level)
    } else if lexeme.isHole, word(at - 1) != ".", level.source?.name == nil,
      level.source?.isRead == false
    {
      // A name is being typed here: what follows is its alias.
      level.source?.name = ""
    } else if let name = lexeme.name, level.source != nil {
      readName(name, &level)
    }
  }

  private mutating func readName(_ name: String, _ level: inout Level) {
    guard var source = level.source else { return }
    if word(at - 1) == "." {
      if source.alias == nil { (source.schema, source.name) = (source.name, name) }
    } else if source.name == nil, !source.isRead {
      source.name = name
    } else if source.alias == nil {
      source.alias = name
      source.hasAs = word(at - 1) == "AS"
    }
    level.source = source
  }

  /// Puts the relation that was being read among the others.
  mutating func commit(_ level: inout Level) {
    guard let source = level.source else { return }
    level.source = nil
    guard source.name?.isEmpty != true, source.name != nil || source.isRead,
      let label = source.alias ?? source.name, level.relations.count < Limit.relations
    else { return }
    let columns = columns(of: source)
    let relation = SQLRelation(
      label, name: source.name ?? "", columns: Array(columns.prefix(Limit.columns)),
      hasAlias: source.alias != nil, hasAs: source.hasAs)
    switch level.clause {
    case .into, .named: level.target = relation
    case .update, .index: (level.target, level.relations) = (relation, [relation])
    default: level.relations.append(relation)
    }
  }

  func columns(of source: Source) -> [SQLColumn] {
    guard let name = source.name else { return source.columns }
    if source.schema == nil, let cte = ctes.last(where: { isSameName($0.name, name) }) {
      return cte.columns
    }
    return lookUp(source.schema, name) ?? []
  }
}

/// Words of FROM that are no alias.
private let joinWords: Set<String> = [
  "JOIN", "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "NATURAL", "OUTER", "INDEXED", "NOT",
]
