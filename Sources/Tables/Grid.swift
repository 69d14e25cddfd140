/// The cells of a table as text for reading, and what each column needs to be drawn.
struct Grid {
  struct Cell {
    var text: String
    var isNull = false
  }

  /// What the name and the cells of one column ask of the grid.
  struct Need: Equatable {
    /// Terminal cells of the name, and of the widest value.
    var name: Int
    var value = 0
    var hasNumbers = false
    var hasOthers = false

    var width: Int { max(name, value) }
    /// A column is right-aligned when it holds numbers and nothing else but NULL.
    var isRight: Bool { hasNumbers && !hasOthers }

    /// Takes what rows before these have asked for.
    mutating func join(_ earlier: Need) {
      value = max(value, earlier.value)
      hasNumbers = hasNumbers || earlier.hasNumbers
      hasOthers = hasOthers || earlier.hasOthers
    }
  }

  var header: [String]
  var rows: [[Cell]]
  var needs: [Need]

  /// - Parameter limit: characters of a cell that can be seen at most; the rest of a long text is not
  ///   even measured.
  init(
    columns: [String], rows: [[Value]], options: DisplayOptions, limit: Int? = nil,
    escape: (String) -> String = { escapingControls(in: $0) }
  ) {
    header = columns.map(escape)
    self.rows = rows.map { row in
      row.map { value in
        let text = value.display(options)
        let seen = limit.map { String(text.prefix($0 + 1)) } ?? text
        return Cell(text: escape(seen), isNull: value.isNull)
      }
    }
    needs = header.map { Need(name: displayWidth(of: $0)) }
    for (values, cells) in zip(rows, self.rows) {
      for (index, cell) in cells.enumerated() {
        needs[index].value = max(needs[index].value, displayWidth(of: cell.text))
        if values[index].number != nil {
          needs[index].hasNumbers = true
        } else if !cell.isNull {
          needs[index].hasOthers = true
        }
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
