internal import Tables

/// Lays text out in rows, and the cursor among them.
///
/// Rows are never wider than the terminal and the cursor never stands beyond its last column, so that
/// the terminal does no wrapping of its own.
struct EditLayout {
  private(set) var frame = Frame(rows: [])
  private var row: [Frame.Cell] = []
  private var used = 0
  private let width: Int

  init(width: Int) {
    self.width = max(width, 2)
  }

  mutating func put(_ text: String, _ paint: Paint = .plain) {
    for character in text { put(character, paint) }
  }

  mutating func put(_ character: Character, _ paint: Paint) {
    let cells = displayWidth(of: character)
    if isVisible(character), cells <= width {
      put(cell: Frame.Cell(character: character, paint: paint, width: cells))
    } else {
      for visible in written(character) {
        put(cell: Frame.Cell(character: visible, paint: paint, width: 1))
      }
    }
  }

  mutating func breakLine() {
    frame.rows.append(row)
    (row, used) = ([], 0)
  }

  mutating func markCursor() {
    if used == width { breakLine() }
    (frame.cursorRow, frame.cursorColumn) = (frame.rows.count, used)
  }

  /// Puts the start of `text` that fits into the row; `ellipsis` ends it when something was cut.
  mutating func fill(_ text: String, _ paint: Paint, ellipsis: String) {
    put(fitting(text, into: width - used, ellipsis: ellipsis), paint)
  }

  mutating func finish() { breakLine() }

  private mutating func put(cell: Frame.Cell) {
    if used + cell.width > width { breakLine() }
    row.append(cell)
    used += cell.width
  }
}

extension Frame {
  /// The rows that fit into `height`: those around the cursor.
  func window(height: Int) -> Frame {
    let height = max(height, 1)
    guard rows.count > height else { return self }
    let first = min(max(0, cursorRow - height + 1), rows.count - height)
    return Frame(
      rows: Array(rows[first..<first + height]), cursorRow: cursorRow - first,
      cursorColumn: cursorColumn)
  }
}
