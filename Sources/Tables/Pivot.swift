extension Table {
  /// The long table as a wide one: a row per value of column `row`, a column per value of column
  /// `column`, and in each cell what `value` says there.
  ///
  /// **Shape**: the first column keeps its name and holds the row keys; rows and columns stand in the
  /// order in which they first appear. A pair that never appears is NULL; one that appears twice is an
  /// error, since no cell holds two values. A NULL as column key is called `NULL`.
  package func pivoted(
    row: String, column: String, value: String
  ) throws(TablesError) -> Table {
    let (rowIndex, columnIndex, valueIndex) =
      (try index(of: row), try index(of: column), try index(of: value))
    let rowKeys = distinct(rows.map { $0[rowIndex] })
    let columnKeys = distinct(rows.map { $0[columnIndex] })
    var cells = [[Value?]](
      repeating: [Value?](repeating: nil, count: columnKeys.order.count),
      count: rowKeys.order.count)
    for line in rows {
      guard let i = rowKeys.place[line[rowIndex]], let j = columnKeys.place[line[columnIndex]]
      else { continue }
      guard cells[i][j] == nil else {
        throw .repeatedCell(row: line[rowIndex].label, column: line[columnIndex].label)
      }
      cells[i][j] = line[valueIndex]
    }
    return Table(
      columns: [columns[rowIndex]] + columnKeys.order.map(\.label),
      rows: zip(rowKeys.order, cells).map { key, line in [key] + line.map { $0 ?? .null } })
  }
}

extension Value {
  /// The cell as the name of a row or column.
  fileprivate var label: String { description ?? "NULL" }
}

private func distinct(_ values: [Value]) -> (order: [Value], place: [Value: Int]) {
  var order: [Value] = []
  var place: [Value: Int] = [:]
  for value in values where place[value] == nil {
    place[value] = order.count
    order.append(value)
  }
  return (order, place)
}
