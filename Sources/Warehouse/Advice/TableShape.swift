internal import Tables

/// A table as its indexes see it.
struct TableShape {
  var name: String
  var columns: [String]
  /// The columns as a virtual table declares them.
  var declaration: String
  /// The place of the column that is the row's number.
  var rowID: Int?
  /// The columns of each index, the unnamed ones of keys included.
  var indexes: [[String]]
}

extension Store {
  /// The warehouse's own tables.
  func tableShapes() throws -> [TableShape] {
    let names = try table(
      """
      SELECT name, wr FROM pragma_table_list
      WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
      ORDER BY name
      """)
    return try names.rows.map { row in
      let name = row[0].string ?? ""
      let columns = try table(
        "SELECT name, type, pk FROM pragma_table_xinfo(:name) ORDER BY cid",
        bindings: ["name": row[0]]
      ).rows
      let keys = columns.indices.filter { columns[$0][2] != 0 }
      let isRowID = keys.count == 1 && columns[keys[0]][1] == "INTEGER" && row[1] == 0
      return TableShape(
        name: name, columns: columns.map { $0[0].string ?? "" },
        declaration: columns.map { column in
          // A type may be any text, or none.
          let type = column[1].string.flatMap { $0.isEmpty ? nil : " " + quoted($0) }
          return quoted(column[0].string ?? "") + (type ?? "")
        }.joined(separator: ", "),
        rowID: isRowID ? keys[0] : nil,
        indexes: try indexes(of: name))
    }
  }

  /// The columns of each index that holds every row, those of expressions left out.
  private func indexes(of name: String) throws -> [[String]] {
    let parts = try table(
      """
      SELECT list.name, info.name
      FROM pragma_index_list(:name) AS list
      JOIN pragma_index_info(list.name) AS info
      WHERE NOT list.partial
      ORDER BY list.seq, info.seqno
      """, bindings: ["name": .text(name)])
    return Dictionary(grouping: parts.rows) { $0[0] }.values.map { rows in
      rows.map { $0[1].string ?? "" }
    }
  }
}
