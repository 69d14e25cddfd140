/// The text that turns one frame on a terminal into another, writing no more than what differs.
struct FrameUpdate {
  private(set) var text = ""
  private let colours: Bool
  /// Where the cursor is, in rows below the first.
  private var row: Int
  private var column: Int
  /// Rows that the terminal has.
  private var count: Int

  /// - Parameters:
  ///   - old: what stands there, the cursor as it says; an empty frame for nothing yet, the cursor at
  ///     the start of a line.
  init(from old: Frame, to new: Frame, colours: Bool) {
    self.colours = colours
    (row, column, count) = (old.cursorRow, old.cursorColumn, old.rows.count)
    for (index, cells) in new.rows.enumerated() {
      draw(cells, over: index < old.rows.count ? old.rows[index] : [], at: index)
    }
    if old.rows.count > new.rows.count {
      move(to: new.rows.count, 0)
      text += "\u{1B}[J"
    }
    move(to: new.cursorRow, new.cursorColumn)
  }

  private mutating func draw(_ cells: [Frame.Cell], over old: [Frame.Cell], at index: Int) {
    let same = zip(cells, old).prefix { $0 == $1 }.count
    guard same < cells.count || same < old.count || index >= count else { return }
    move(to: index, cells[..<same].reduce(0) { $0 + $1.width })
    text += Array(cells[same...]).painted(on: colours)
    column = cells.width
    // At the margin the cursor still stands on the last character, which this would erase.
    if column < old.width { text += "\u{1B}[K" }
  }

  private mutating func move(to wantedRow: Int, _ wantedColumn: Int) {
    if wantedRow < row { text += "\u{1B}[\(row - wantedRow)A" }
    if wantedRow > row {
      let there = min(wantedRow, count - 1)
      if there > row { text += "\u{1B}[\(there - row)B" }
      for _ in max(there, row)..<wantedRow { text += "\r\n" }
      if wantedRow >= count { column = 0 }
    }
    count = max(count, wantedRow + 1)
    row = wantedRow
    guard column != wantedColumn else { return }
    text += "\r"
    if wantedColumn > 0 { text += "\u{1B}[\(wantedColumn)C" }
    column = wantedColumn
  }
}
