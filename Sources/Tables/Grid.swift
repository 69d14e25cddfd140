/// The cells of a table as text for reading, and how its columns are aligned.
struct Grid {
  struct Cell {
    var text: String
    var isNull = false
  }

  var header: [String]
  var rows: [[Cell]]
  /// A column is right-aligned when it holds numbers and nothing else but NULL.
  var isRight: [Bool]
  /// Terminal cells of the widest cell of each column, its name included.
  var widths: [Int]

  init(
    columns: [String], rows: [[Value]], options: DisplayOptions,
    escape: (String) -> String = { escapingControls(in: $0) }
  ) {
    header = columns.map(escape)
    isRight = columns.indices.map { index in
      rows.allSatisfy { $0[index].isNull || $0[index].number != nil }
        && rows.contains { !$0[index].isNull }
    }
    self.rows = rows.map { row in
      row.map { value in
        Cell(text: escape(value.display(options)), isNull: value.isNull)
      }
    }
    widths = header.map { displayWidth(of: $0) }
    for row in self.rows {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], displayWidth(of: cell.text))
      }
    }
  }
}

extension Value {
  /// The cell as text for reading: reals to the digits asked, NULL as the text that stands for it.
  func display(_ options: DisplayOptions) -> String {
    if case .real(let value) = self, let digits = options.digits {
      return significant(value, digits: digits)
    }
    return description ?? options.nullText ?? "NULL"
  }
}
