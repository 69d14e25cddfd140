internal import Tables
internal import Warehouse

/// The tables and views of a warehouse and their columns, for `.tables` and for completion.
struct Catalog {
  struct Relation {
    var name: String
    var isView: Bool
    var columns: [Column]
  }

  struct Column: Equatable {
    var name: String
    /// As it was declared, upper case; empty where it was not, as for what a view computes.
    var type: String
    var isKey: Bool
  }

  let relations: [Relation]

  /// Reads the names; what SQLite keeps for its own use is left out.
  init(of store: Store) throws {
    let table = try store.table(
      """
      SELECT relation.name, relation.type, "column".name, upper("column".type), "column".pk > 0
      FROM pragma_table_list AS relation
      JOIN pragma_table_info(relation.name) AS "column"
      WHERE relation.schema = 'main'
        AND relation.type IN ('table', 'view', 'virtual')
        AND relation.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND relation.name NOT LIKE 'grdb\\_%' ESCAPE '\\'
      ORDER BY relation.type = 'view' DESC, relation.name, "column".cid
      """)
    var relations: [Relation] = []
    for row in table.rows {
      guard let name = row[0].string, let columnName = row[2].string else { continue }
      let column = Column(
        name: columnName, type: row[3].string ?? "", isKey: row[4] == .integer(1))
      if relations.last?.name == name {
        relations[relations.count - 1].columns.append(column)
      } else {
        let isView = row[1].string == "view"
        relations.append(Relation(name: name, isView: isView, columns: [column]))
      }
    }
    self.relations = relations
  }

  /// The relation called `name`; letters compare without case.
  func relation(_ name: String) throws(ShellError) -> Relation {
    let wanted = name.lowercased()
    if let found = relations.first(where: { $0.name.lowercased() == wanted }) { return found }
    throw .noTable(name, meant: suggestion(for: name, among: relations.map(\.name)))
  }
}
