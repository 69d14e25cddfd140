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

  /// - Parameter limit: characters of a cell that can be seen at most; the rest of a long text is not
  ///   even measured.
  init(
    columns: [String], rows: [[Value]], options: DisplayOptions, limit: Int? = nil,
    escape: (String) -> String = { escapingControls(in: $0) }
  ) {
    header = columns.map(escape)
    isRight = columns.indices.map { index in
      rows.allSatisfy { $0[index].isNull || $0[index].number != nil }
        && rows.contains { !$0[index].isNull }
    }
    self.rows = rows.map { row in
      row.map { value in
        let text = value.display(options)
        let seen = limit.map { String(text.prefix($0 + 1)) } ?? text
        return Cell(text: escape(seen), isNull: value.isNull)
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
