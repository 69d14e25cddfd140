/// Named columns and rows of values: what queries give, tests take, charts draw and formats print.
///
/// **Shape**: every row has as many values as there are columns. Column names may repeat, as they
/// may in SQL; a look-up by name finds the first.
package struct Table: Sendable, Equatable {
  package var columns: [String]
  package private(set) var rows: [[Value]]

  /// A table of `rows`, each as long as `columns`.
  package init(columns: [String], rows: [[Value]] = []) {
    precondition(rows.allSatisfy { $0.count == columns.count }, "every row has a value per column")
    self.columns = columns
    self.rows = rows
  }

  package mutating func append(_ row: [Value]) {
    precondition(row.count == columns.count, "a row has a value per column")
    rows.append(row)
  }

  /// Where the column called `name` stands; letters compare without case, as in SQL.
  package func index(of name: String) throws(TablesError) -> Int {
    let wanted = name.lowercased()
    if let index = columns.firstIndex(where: { $0.lowercased() == wanted }) { return index }
    throw .noColumn(name, among: columns)
  }

  /// The values of one column, from the first row to the last.
  package func column(_ name: String) throws(TablesError) -> [Value] {
    let index = try index(of: name)
    return rows.map { $0[index] }
  }
}
