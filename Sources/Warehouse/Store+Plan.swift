internal import GRDB
internal import GRDBSQLite
internal import SQLSyntax
internal import Tables

extension Store {
  /// How SQLite would go about the first statement of `sql`, with notes on what costs time.
  ///
  /// Nothing is run, and parameters need no values.
  package func plan(of sql: String) throws -> QueryPlan {
    let rows = try planRows(of: sql)
    let names = try RelationNames(in: sql, of: self)
    var counts: [String: String] = [:]
    return try QueryPlan(rows) { detail in
      guard let (table, isIndexOnly) = names.scan(in: detail) else { return note(on: detail) }
      let count = try counts[table] ?? rowCount(of: table)
      counts[table] = count
      return isIndexOnly ? "all \(count) rows, from the index alone" : "all \(count) rows"
    }
  }

  /// The rows that `EXPLAIN QUERY PLAN` gives for the first statement of `sql`.
  func planRows(of sql: String) throws -> [[Value]] {
    let prefix = "EXPLAIN QUERY PLAN "
    do {
      return try read { db in
        guard let handle = db.sqliteConnection else { return [] }
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        // What follows the first statement is not looked at, least of all run.
        guard sqlite3_prepare_v2(handle, prefix + sql, -1, &statement, nil) == SQLITE_OK else {
          throw try refusal(db, script: prefix + sql, from: 0)
        }
        var rows: [[Value]] = []
        while let statement, sqlite3_step(statement) == SQLITE_ROW {
          rows.append((0..<4).map { Value(of: statement, column: $0) })
        }
        return rows
      }
    } catch StoreError.sql(let message, _, let offset?, let hint) {
      let place = max(offset - prefix.utf8.count, 0)
      throw StoreError.sql(message: message, sql: sql, offset: place, hint: hint)
    }
  }

  /// How many rows a table has, counted to a million.
  private func rowCount(of table: String) throws -> String {
    let most = 1_000_000
    let name = table.replacing("\"", with: "\"\"")
    let counted = try self.table("SELECT count(*) FROM (SELECT 1 FROM \"\(name)\" LIMIT \(most))")
    guard case .integer(let count)? = counted.rows.first?.first else { return "" }
    return count < most ? grouped(Int(count)) : "\(grouped(most)) or more"
  }
}

/// What a step that is no scan costs, where a person should know.
private func note(on detail: String) -> String? {
  if detail.hasPrefix("USE TEMP B-TREE FOR") {
    let isSort = detail.hasSuffix("ORDER BY")
    return isSort
      ? "sorts" : detail.hasSuffix("GROUP BY") ? "sorts to group" : "keeps what it has seen"
  }
  if detail.contains(" USING AUTOMATIC ") { return "an index made anew each time" }
  if detail.hasPrefix("CORRELATED") { return "for each row around it" }
  return nil
}

/// What the names in a plan stand for: SQLite names a table by its alias, also where the alias is a
/// view's.
private struct RelationNames {
  /// The relations that a name in lower case may stand for.
  private var meanings: [String: Set<String>] = [:]
  private let tables: Set<String>

  /// Reads the statement and, in turn, every view that it names.
  init(in sql: String, of store: Store) throws {
    let schema = try store.table(
      "SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view')")
    var relations: [String: (name: String, view: String?)] = [:]
    for row in schema.rows {
      guard let name = row[0].string, let sql = row[2].string else { continue }
      let isVirtual = sql.uppercased().hasPrefix("CREATE VIRTUAL")
      if !isVirtual { relations[name.lowercased()] = (name, row[1] == "view" ? sql : nil) }
    }
    tables = Set(relations.values.filter { $0.view == nil }.map(\.name))
    var texts = [sql]
    var read: Set<String> = []
    while let text = texts.popLast() {
      let words = Self.words(of: text)
      for (place, word) in words.enumerated() where word.isName || word.text == ")" {
        let relation = word.isName ? relations[word.text] : nil
        let isNamed = place + 1 < words.count && words[place + 1].text == "as"
        let next = place + (isNamed ? 2 : 1)
        // A CTE, a subquery or a column may go by the same name: then it is not known which is meant.
        let meaning = relation?.name ?? ""
        if next < words.count, words[next].isName {
          meanings[words[next].text, default: []].insert(meaning)
        } else if isNamed, next < words.count,
          ["(", "materialized", "not"].contains(words[next].text)
        {
          meanings[word.text, default: []].insert("")
        }
        guard let relation else { continue }
        meanings[word.text, default: []].insert(relation.name)
        if let view = relation.view, read.insert(relation.name).inserted { texts.append(view) }
      }
    }
  }

  /// What SQL says, in lower case, and what of it names something.
  private static func words(of sql: String) -> [(text: String, isName: Bool)] {
    let bytes = Array(sql.utf8)
    return sqlTokens(bytes).filter(\.isMeaningful).map { token in
      let text = String(decoding: bytes[token.range], as: UTF8.self)
      switch token.kind {
      case .quotedName: return (unquoted(text).lowercased(), true)
      case .word: return (text.lowercased(), !sqlKeywords.contains(text.uppercased()))
      default: return (text, false)
      }
    }
  }

  /// The table that a step goes through from end to end, and whether an index holds all it reads.
  func scan(in detail: String) -> (table: String, isIndexOnly: Bool)? {
    let words = detail.split(separator: " ")
    // A SEARCH by nothing reads to the end too: for a lone min() or max().
    let isScan = words.first == "SCAN" || words.count == 2 && words[0] == "SEARCH"
    guard words.count > 1, isScan, !detail.contains("VIRTUAL TABLE"),
      let meant = meanings[words[1].lowercased()], meant.count == 1, let table = meant.first,
      tables.contains(table)
    else { return nil }
    return (table, detail.contains("USING COVERING INDEX"))
  }
}
