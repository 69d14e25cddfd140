internal import SQLSyntax
internal import Tables
internal import Warehouse

extension Catalog {
  /// Reads the names; what SQLite keeps for its own use is left out.
  ///
  /// No row of a table is read but its last: the cost depends on the schema alone, some milliseconds for
  /// a hundred tables.
  init(of store: Store) throws {
    relations = []
    try readColumns(from: store)
    try readSQL(from: store)
    try readKeys(from: store)
    try readLastRows(from: store)
    traceViews()
    functions = try store.table(
      """
      SELECT name, max(type <> 's') FROM pragma_function_list
      WHERE name GLOB '[a-z]*' AND name NOT GLOB 'swift*' GROUP BY name ORDER BY name
      """
    ).rows.compactMap { row in
      row[0].string.map { Function(name: $0, isAggregate: row[1] == .integer(1)) }
    }
    modules = try store.table("SELECT name FROM pragma_module_list ORDER BY name").rows
      .compactMap(\.first?.string)
  }

  private mutating func readColumns(from store: Store) throws {
    let table = try store.table(
      """
      SELECT relation.name, relation.type, "column".name, upper("column".type), "column".pk
      FROM pragma_table_list AS relation
      JOIN pragma_table_info(relation.name, relation.schema) AS "column"
      WHERE relation.schema IN ('main', 'temp')
        AND relation.type IN ('table', 'view', 'virtual')
        AND relation.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND relation.name NOT LIKE 'grdb\\_%' ESCAPE '\\'
      ORDER BY relation.type = 'view' DESC, relation.name, "column".cid
      """)
    var keys: [String: Int] = [:]
    for row in table.rows {
      guard let name = row[0].string, let columnName = row[2].string else { continue }
      if relations.last?.name != name {
        relations.append(Relation(name: name, isView: row[1] == "view", columns: []))
      }
      let isKey = row[4] != .integer(0)
      if isKey { keys[name, default: 0] += 1 }
      relations[relations.count - 1].columns.append(
        Column(
          name: columnName, type: row[3].string ?? "", isKey: isKey,
          origin: row[1] == "view" ? nil : SQLColumn.Origin(name, columnName)))
    }
    for (index, relation) in relations.enumerated() { places[relation.name.lowercased()] = index }
    for index in relations.indices where keys[relations[index].name] == 1 {
      relations[index].unique = Set(relations[index].columns.filter(\.isKey).map(\.name))
    }
  }

  private mutating func readSQL(from store: Store) throws {
    for row in try store.table(
      """
      SELECT name, sql FROM main.sqlite_schema WHERE type IN ('table', 'view')
      UNION ALL
      SELECT name, sql FROM temp.sqlite_schema WHERE type IN ('table', 'view')
      """
    ).rows {
      if let index = index(of: row[0]) { relations[index].sql = row[1].string ?? "" }
    }
  }

  private mutating func readKeys(from store: Store) throws {
    for row in try store.table(
      """
      SELECT relation.name, key."from", key."table", key."to"
      FROM pragma_table_list AS relation
      JOIN pragma_foreign_key_list(relation.name) AS key
      WHERE relation.schema = 'main' AND relation.type = 'table'
      GROUP BY relation.name, key.id HAVING count(*) = 1
      ORDER BY relation.name, key.id DESC
      """
    ).rows {
      guard let index = index(of: row[0]), let column = row[1].string, let table = row[2].string
      else { continue }
      let referenced = row[3].string ?? find(table)?.columns.first(where: \.isKey)?.name ?? "rowid"
      relations[index].foreignKeys.append(
        ForeignKey(column: column, table: table, referenced: referenced))
    }
    for row in try store.table(
      """
      SELECT relation.name, part.name, list."unique" AND (
        SELECT count(*) FROM pragma_index_info(list.name)) = 1
      FROM pragma_table_list AS relation
      JOIN pragma_index_list(relation.name) AS list
      JOIN pragma_index_info(list.name) AS part
      WHERE relation.schema = 'main' AND NOT list.partial AND part.seqno = 0
        AND relation.type = 'table'
      """
    ).rows {
      guard let index = index(of: row[0]), let column = row[1].string else { continue }
      relations[index].indexed.insert(column)
      if row[2] == .integer(1) { relations[index].unique.insert(column) }
    }
  }

  private func index(of name: Value) -> Int? {
    name.string.flatMap { places[$0.lowercased()] }
  }

  private mutating func readLastRows(from store: Store) throws {
    let names = try store.table(
      """
      SELECT name FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND NOT wr
        AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      LIMIT 400
      """
    ).rows.compactMap(\.first?.string)
    guard !names.isEmpty else { return }
    let parts = names.map { "SELECT \(sqlString($0)), max(rowid) FROM \(sqlName($0))" }
    for row in try store.table(parts.joined(separator: " UNION ALL ")).rows {
      guard let index = index(of: row[0]), case .integer(let last) = row[1] else { continue }
      relations[index].lastRow = Int(last)
    }
  }

  // MARK: Views

  /// Finds out whose values the columns of views are.
  private mutating func traceViews() {
    var traced: Set<String> = []
    for index in relations.indices where relations[index].isView { trace(index, &traced) }
  }

  private mutating func trace(_ index: Int, _ traced: inout Set<String>) {
    guard traced.insert(relations[index].name).inserted else { return }
    let sql = relations[index].sql
    // Views that it reads come first.
    for other in relations.indices
    where relations[other].isView && sql.contains(relations[other].name) {
      trace(other, &traced)
    }
    let found = sqlColumns(ofView: sql) { [self] _, name in
      find(name)?.columns.map { SQLColumn($0) }
    }
    guard found.count == relations[index].columns.count else { return }
    for (place, column) in found.enumerated() {
      relations[index].columns[place].origin = column.origin ?? named(column.name)
    }
  }

  /// The key that a computed column such as `log_id` can only mean: that of `logs`.
  private func named(_ column: String) -> SQLColumn.Origin? {
    guard column.hasSuffix("_id"), let table = find(column.dropLast(3) + "s"), !table.isView,
      table.unique.contains("id")
    else { return nil }
    return SQLColumn.Origin(table.name, "id")
  }
}
