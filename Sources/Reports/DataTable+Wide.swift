package import Tables

extension DataTable {
  /// More cells than this are not for a page: who wants them asks the warehouse.
  package static let most = 4_000

  /// What a figure is drawn from: without what is the same in all rows (source, budget, metric), and, of
  /// values of frameworks on datasets, a row a dataset and a column a framework.
  ///
  /// **Edge cases**: nil for more cells than `most`.
  package init?(_ caption: String, id: String, drawn table: Table) {
    let table = table.withoutConstants(["source", "budget", "metric", "direction"])
    self = DataTable(wide: table, caption, id: id) ?? DataTable(caption, id: id, table)
    guard rows.count * columns.count <= Self.most else { return nil }
  }

  /// A row per dataset, a column per framework; nil where the table is of something else.
  package init?(wide table: Table, _ caption: String, id: String) {
    guard
      let wide = try? table.pivoted(row: "dataset", column: "framework", value: "value"),
      let imputed = try? table.filled("imputed").pivoted(
        row: "dataset", column: "framework", value: "imputed")
    else { return nil }
    let rows = zip(wide.rows, imputed.rows).map { values, counts in
      zip(values, counts).enumerated().map { place, pair in
        var cell = Cell(pair.0)
        cell.isImputed = place > 0 && (pair.1.number ?? 0) > 0
        return cell
      }
    }
    self.init(caption, id: id, columns: wide.columns, rows: rows)
  }
}

extension Table {
  /// The table with a column of that name, of NULL where it has none.
  fileprivate func filled(_ column: String) -> Table {
    guard (try? index(of: column)) == nil else { return self }
    return Table(columns: columns + [column], rows: rows.map { $0 + [.null] })
  }

  /// The table without those of `names` that are one value in all rows.
  fileprivate func withoutConstants(_ names: [String]) -> Table {
    let kept = columns.indices.filter { index in
      guard names.contains(columns[index]), let first = rows.first?[index] else { return true }
      return !rows.allSatisfy { $0[index] == first }
    }
    guard kept.count < columns.count else { return self }
    return Table(columns: kept.map { columns[$0] }, rows: rows.map { row in kept.map { row[$0] } })
  }
}
