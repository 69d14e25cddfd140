/// Keywords and phrases that may follow, the likeliest first.
enum Following {
  static let statement = [
    "SELECT", "WITH", "EXPLAIN QUERY PLAN", "INSERT INTO", "UPDATE", "DELETE FROM", "CREATE TABLE",
    "CREATE VIEW", "CREATE INDEX", "CREATE TEMP TABLE", "DROP TABLE", "DROP VIEW", "DROP INDEX",
    "ALTER TABLE", "PRAGMA", "VALUES", "EXPLAIN", "BEGIN", "COMMIT", "ROLLBACK", "SAVEPOINT",
    "RELEASE", "ATTACH", "DETACH", "ANALYZE", "REINDEX", "REPLACE INTO", "VACUUM",
  ]

  static let window = [
    "PARTITION BY", "ORDER BY", "ROWS BETWEEN", "ROWS UNBOUNDED PRECEDING", "RANGE BETWEEN",
    "GROUPS BETWEEN",
  ]

  private static let comparisons = [
    "IS NULL", "IS NOT NULL", "IN (", "NOT IN (", "LIKE", "NOT LIKE", "BETWEEN", "IS NOT", "IS",
    "GLOB", "COLLATE", "ESCAPE",
  ]
  private static let joins = [
    "JOIN", "LEFT JOIN", "CROSS JOIN", "NATURAL JOIN", "INNER JOIN", "FULL JOIN", "RIGHT JOIN",
  ]
  private static let closings = ["ORDER BY", "LIMIT", "UNION ALL", "UNION", "EXCEPT", "INTERSECT"]
  private static let afterWhere = ["GROUP BY"] + closings + ["HAVING", "WINDOW", "RETURNING"]

  /// Behind the name of a relation.
  static func relation(in clause: Clause, isJoined: Bool) -> [String] {
    switch clause {
    case .into: ["VALUES (", "SELECT", "DEFAULT VALUES", "WITH"]
    case .update: ["SET"]
    case .named: ["RENAME TO", "RENAME COLUMN", "ADD COLUMN", "DROP COLUMN"]
    case .index: []
    default: (isJoined ? ["ON", "USING ("] : []) + ["WHERE"] + joins + ["AS"] + afterWhere
    }
  }

  /// Where an operand is awaited.
  static func awaited(in clause: Clause, behind word: String) -> [String] {
    let any = [
      "CASE WHEN", "NOT", "NULL", "EXISTS (", "CAST (", "CURRENT_TIMESTAMP", "CURRENT_DATE",
    ]
    switch (clause, word) {
    case (_, "IS"): return ["NULL", "NOT NULL", "NOT", "DISTINCT FROM", "NOT DISTINCT FROM"]
    case (_, "NOT"): return ["NULL", "IN (", "LIKE", "BETWEEN", "EXISTS ("]
    case (_, "IN"): return ["("]
    case (.results, "SELECT"): return ["DISTINCT"] + any
    case (.operands, "("), (.operands, ""): return ["DISTINCT", "SELECT"] + any
    case (.list, "("), (.list, ""): return ["SELECT", "VALUES"] + any
    default: return any
    }
  }

  /// Behind an operand that ends with `word`.
  static func operand(in clause: Clause, behind word: String) -> [String] {
    switch clause {
    case .results: ["FROM", "AS"] + comparisons + ["AND", "OR"] + closings
    case .on: ["AND"] + joins + ["WHERE", "OR"] + comparisons + afterWhere
    case .filter: ["AND", "OR"] + comparisons + afterWhere
    case .having: ["AND", "OR"] + comparisons + closings
    case .group: ["HAVING"] + closings + ["WINDOW", "COLLATE"]
    case .order:
      word == "ASC" || word == "DESC"
        ? ["NULLS LAST", "NULLS FIRST", "LIMIT"]
        : ["DESC", "ASC", "LIMIT", "NULLS LAST", "NULLS FIRST", "COLLATE"]
    case .limit: ["OFFSET"]
    case .set: ["WHERE", "FROM", "RETURNING"]
    case .cast: ["AS"]
    case .over: ["ORDER BY", "PARTITION BY", "DESC", "ROWS BETWEEN"]
    case .window: ["ORDER BY", "LIMIT"]
    case .values: ["ON CONFLICT", "RETURNING"]
    case .returning: ["AS"]
    default: comparisons + ["AND", "OR"]
    }
  }

  /// In statements that are no queries.
  static func words(in clause: Clause, behind word: String) -> [String] {
    switch (clause, word) {
    case (.delete, _): ["FROM"]
    case (.drop, "DROP"): ["TABLE", "VIEW", "INDEX", "TRIGGER"]
    case (.create, "CREATE"):
      [
        "TABLE", "VIEW", "INDEX", "UNIQUE INDEX", "TRIGGER", "TEMP TABLE", "TEMP VIEW",
        "VIRTUAL TABLE",
      ]
    case (.create, "TEMP"), (.create, "TEMPORARY"): ["TABLE", "VIEW", "TRIGGER"]
    case (.create, "UNIQUE"): ["INDEX"]
    case (.create, "TABLE"), (.create, "VIEW"), (.create, "INDEX"): ["IF NOT EXISTS"]
    case (.create, ""): ["AS", "ON", "("]
    case (.alter, "ALTER"): ["TABLE"]
    case (.conflict, "ON"): ["CONFLICT"]
    case (.conflict, "CONFLICT"), (.conflict, ")"): ["DO NOTHING", "DO UPDATE SET", "("]
    case (.conflict, "DO"): ["NOTHING", "UPDATE SET"]
    case (.conflict, "UPDATE"): ["SET"]
    case (.definition, _):
      [
        "INTEGER", "TEXT", "REAL", "BLOB", "PRIMARY KEY", "NOT NULL", "UNIQUE", "DEFAULT",
        "CHECK (",
        "REFERENCES", "FOREIGN KEY (",
      ]
    default: []
    }
  }
}
