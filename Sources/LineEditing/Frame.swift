internal import Tables

/// What the editor shows: rows of cells, and where among them the cursor stands.
struct Frame: Equatable {
  var rows: [[Cell]] = [[]]
  var cursorRow = 0
  var cursorColumn = 0

  /// A character on the screen.
  struct Cell: Equatable {
    var character: Character
    var paint: Paint
    var width: Int
  }

  /// How many rows the cursor stands below the first, once a terminal has wrapped to `columns` what
  /// was drawn wider.
  func cursorRow(wrappedTo columns: Int) -> Int {
    let above = rows[..<cursorRow].reduce(0) { rows, row in
      rows + max(1, (row.width + columns - 1) / columns)
    }
    // Behind the last character of a row a terminal keeps the cursor beside it.
    let isBehind = cursorColumn > 0 && cursorColumn == rows[cursorRow].width
    return above + (isBehind ? cursorColumn - 1 : cursorColumn) / columns
  }
}

extension [Frame.Cell] {
  var width: Int { reduce(0) { $0 + $1.width } }

  /// The row as text for a terminal, each stretch of one paint painted once.
  func painted(on isOn: Bool) -> String {
    var text = ""
    var stretch = ""
    var paint = Paint.plain
    for cell in self {
      if cell.paint != paint {
        text += paint(stretch, on: isOn)
        (stretch, paint) = ("", cell.paint)
      }
      stretch.append(cell.character)
    }
    return text + paint(stretch, on: isOn)
  }

  mutating func append(_ text: String, _ paint: Paint = .plain) {
    for character in text {
      append(
        Frame.Cell(character: character, paint: paint, width: displayWidth(of: character)))
    }
  }

  /// The start of the row that fits into so many columns.
  func prefix(columns: Int) -> [Frame.Cell] {
    var used = 0
    return Array(
      prefix { cell in
        used += cell.width
        return used <= columns
      })
  }
}
