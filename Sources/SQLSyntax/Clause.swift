/// A part of a statement, by the keyword before it.
enum Clause: Equatable {
  /// Nothing yet, or what `EXPLAIN`, `AS` and the like leave to come.
  case start, compound
  case with, results, from, on, using, filter, group, having, window, order, limit
  case into, columnList, values, update, set, returning, conflict, delete
  case create, definition, index, drop, alter, named, pragma
  /// What stands in brackets within an operand, behind IN, behind OVER, behind CAST.
  case operands, list, over, cast
  case other

  /// Whether a relation's name is awaited first.
  var namesRelations: Bool {
    switch self {
    case .from, .update, .into, .named, .index: true
    default: false
    }
  }

  /// Whether a query in brackets sees nothing of the relations beside it.
  var hidesFromQueries: Bool {
    switch self {
    case .start, .compound, .with, .from, .into, .create, .values: true
    default: false
    }
  }
}

extension StatementReader {
  /// The clause that begins with the lexeme at `index`; nil where the one at hand goes on.
  func nextClause(at index: Int, in level: Level) -> Clause? {
    guard lexemes[index].mayBeginClause else { return nil }
    let before = index > level.opening + 1 ? word(index - 1) : ""
    guard before != ".", word(index + 1) != "." else { return nil }
    switch lexemes[index].word {
    case ";": return .start
    case "SELECT": return .results
    case "WITH" where level.clause == .start: return .with
    case "FROM" where before != "DISTINCT" || !["IS", "NOT"].contains(word(index - 2)):
      return .from
    case "WHERE": return .filter
    case "GROUP" where word(index + 1) != "(": return .group
    case "HAVING": return .having
    case "ORDER": return .order
    case "LIMIT", "OFFSET": return .limit
    case "UNION", "EXCEPT", "INTERSECT": return .compound
    case "VALUES": return .values
    case "SET" where level.target != nil || level.clause == .update: return .set
    case "RETURNING": return .returning
    case "INTO" where level.clause == .start: return .into
    case "WINDOW" where [.from, .on, .filter, .group, .having].contains(level.clause):
      return .window
    default: return joinClause(at: index, in: level) ?? verbClause(at: index, in: level)
    }
  }

  private func joinClause(at index: Int, in level: Level) -> Clause? {
    let isInFrom = [.from, .on, .using].contains(level.clause)
    switch lexemes[index].word {
    case "JOIN": return .from
    case "," where level.clause == .on || level.clause == .using: return .from
    case "LEFT", "RIGHT", "FULL", "INNER", "CROSS", "NATURAL":
      return isInFrom && level.clause != .from && word(index + 1) != "(" ? .from : nil
    case "ON" where isInFrom: return .on
    case "ON" where level.clause == .create: return .index
    case "ON" where level.target != nil: return .conflict
    case "CONFLICT" where level.clause == .conflict: return .conflict
    case "USING" where isInFrom: return .using
    default: return nil
    }
  }

  /// The first words of statements, and what follows them.
  private func verbClause(at index: Int, in level: Level) -> Clause? {
    switch (level.clause, lexemes[index].word) {
    case (.start, "UPDATE"), (.conflict, "UPDATE"):
      return level.clause == .start ? .update : nil
    case (.start, "DELETE"): return .delete
    case (.start, "CREATE"): return .create
    case (.start, "DROP"): return .drop
    case (.start, "ALTER"): return .alter
    case (.start, "PRAGMA"): return .pragma
    case (.start, "ANALYZE"), (.start, "REINDEX"): return .named
    case (.alter, "TABLE"): return .named
    case (.start, "ATTACH"), (.start, "DETACH"), (.start, "SAVEPOINT"), (.start, "RELEASE"):
      return .other
    case (.create, "AS"), (.create, "BEGIN"): return .start
    case (.definition, "REFERENCES"): return .named
    case (.named, ",") where level.opening >= 0: return .definition
    default: return nil
    }
  }

  /// What a bracket that opens at `opening` holds.
  func innerClause(of level: Level, at opening: Int) -> Clause {
    switch level.clause {
    case .from where level.source?.name == nil: return .from
    case .using: return .using
    case .with where ["AS", "MATERIALIZED"].contains(word(opening - 1)): return .start
    case .into, .conflict, .index, .with: return .columnList
    case .create: return .definition
    case .named: return .columnList
    default:
      switch word(opening - 1) {
      case "IN": return .list
      case "OVER": return .over
      case "CAST": return .cast
      case "AS" where level.clause == .window: return .over
      default: return .operands
      }
    }
  }
}
