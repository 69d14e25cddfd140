internal import SQLSyntax
internal import Tables
internal import Warehouse

/// What a command looks at: a table or view, or the last query's result.
struct RowSource {
  /// What may stand behind FROM.
  let sql: String
  let columns: [String]

  /// A column's name as SQL reads it; letters compare without case.
  func column(_ name: String) throws(ShellError) -> String {
    let wanted = name.lowercased()
    if let found = columns.first(where: { $0.lowercased() == wanted }) { return sqlName(found) }
    throw .noColumn(name, meant: suggestion(for: name, among: columns), among: columns)
  }
}

extension REPL {
  /// The relation called `name`; without a name, what the last query gave.
  func rowSource(_ name: String?) throws -> RowSource {
    if let name {
      let relation = try Catalog(of: store).relation(name)
      return RowSource(sql: sqlName(relation.name), columns: relation.columns.map(\.name))
    }
    guard let lastQuery else { throw ShellError.nothingYet }
    let query = String(lastQuery.reversed().drop { $0 == ";" || $0.isWhitespace }.reversed())
    let first = query.prefix { $0.isLetter }.uppercased()
    guard ["SELECT", "WITH", "VALUES"].contains(first) else { throw ShellError.noSelect(first) }
    // A comment may stand in its last line.
    return RowSource(sql: "(\n\(query)\n)", columns: lastColumns)
  }

  /// The one row that `sql` gives.
  func row(_ sql: String, bindings: [String: Value] = [:]) throws -> [Value] {
    try table(sql, bindings: bindings).rows.first ?? []
  }

  /// The whole result of a command's own SQL, which Ctrl-C ends like any other.
  func table(_ sql: String, bindings: [String: Value] = [:]) throws -> Table {
    let start = world.now()
    return try watching { watch in
      do {
        return try store.table(sql, bindings: parameters.merging(bindings) { $1 })
      } catch StoreError.interrupted {
        if !watch.clear() { try write("\n") }
        throw Cancelled(after: world.now() - start, rows: nil)
      }
    }
  }
}
