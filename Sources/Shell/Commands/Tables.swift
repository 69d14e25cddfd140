internal import Tables
internal import Warehouse

extension ShellCommand {
  static let tables = ShellCommand("tables", help: "List views and tables with rows and columns.") {
    repl, _ in
    let relations = try Catalog(of: repl.store).relations
    let rows = try relations.map { relation in
      [
        .text(relation.name), .text(relation.isView ? "view" : "table"),
        relation.isView ? .null : try count(relation.name, in: repl.store),
        .text(relation.columns.map(\.name).joined(separator: " ")),
      ] as [Value]
    }
    try repl.show(Table(columns: ["name", "kind", "rows", "columns"], rows: rows))
  }
}

/// A view is not counted: that may cost as much as a long query.
private func count(_ table: String, in store: Store) throws -> Value {
  let name = table.replacing("\"", with: "\"\"")
  return try store.table("SELECT count(*) FROM \"\(name)\"").rows.first?.first ?? .null
}
