package import Tables

/// A table to be read, whose cells show less than they hold.
///
/// **Shape**: every row has a cell per column; the first column names the row.
package struct DataTable: Sendable, Equatable {
  package struct Cell: Sendable, Equatable {
    /// In full precision, for sorting and for whoever takes the number along.
    package var value: Value
    /// What is read; nil for the value itself.
    package var shown: String?
    /// Whether the number stands in for some that were not measured.
    package var isImputed = false
    /// Whether the number is the best of its row.
    package var isBest = false
    /// What the number is made of, from 0, the worst of the row, to 1, the best; nil for what is missing.
    package var dots: [Double?] = []

    package init(_ value: Value, shown: String? = nil) {
      self.value = value
      self.shown = shown
    }
  }

  package var caption: String
  package var columns: [String]
  package var rows: [[Cell]]
  /// What was left out of the table and where it is to be had.
  package var note: String?
  package var id: String

  package init(
    _ caption: String, id: String? = nil, columns: [String], rows: [[Cell]], note: String? = nil
  ) {
    (self.caption, self.columns, self.rows, self.note) = (caption, columns, rows, note)
    self.id = id ?? anchor(caption)
  }

  /// A table as it is; with `digits` its reals are read in as many significant ones.
  package init(_ caption: String, id: String? = nil, _ table: Table, digits: Int? = nil) {
    self.init(
      caption, id: id, columns: table.columns,
      rows: table.rows.map { row in
        row.map { value in
          guard let digits, case .real(let number) = value else { return Cell(value) }
          return Cell(value, shown: significant(number, digits: digits))
        }
      })
  }
}

extension DataTable {
  /// What is read, as a table for any format; what is imputed has a dagger.
  package var shown: Table {
    Table(columns: columns, rows: rows.map { row in row.map(\.plain) })
  }

  /// Whether any number stands in for others.
  var hasImputed: Bool { rows.contains { $0.contains(where: \.isImputed) } }
}

extension DataTable.Cell {
  static let dagger = "\u{2020}"

  fileprivate var plain: Value {
    let text = shown ?? value.description
    if isImputed { return .text((text ?? "") + Self.dagger) }
    // A number stays one, so that columns align.
    guard let shown, case .real = value else { return shown.map(Value.text) ?? value }
    return Double(shown).map(Value.real) ?? .text(shown)
  }
}
