internal import Tables

/// Where the text being edited stands on the screen: its rows, and the cursor among them.
///
/// Rows are never wider than the terminal and the cursor never stands beyond its last column, so that
/// the terminal does no wrapping of its own.
struct EditLayout: Equatable {
  private(set) var rows: [String] = []
  private(set) var cursorRow = 0
  private(set) var cursorColumn = 0

  /// - Parameters:
  ///   - prompt: stands before the first line of the text.
  ///   - continuation: stands before each further line.
  init(_ buffer: EditBuffer, prompt: String, continuation: String, width: Int) {
    let width = max(width, 2)
    var row = ""
    var used = 0
    func wrap() {
      rows.append(row)
      (row, used) = ("", 0)
    }
    func put(_ text: String) {
      for character in text {
        let cells = displayWidth(of: character)
        if used + cells > width { wrap() }
        row.append(character)
        used += cells
      }
    }
    func markCursor() {
      if used == width { wrap() }
      (cursorRow, cursorColumn) = (rows.count, used)
    }
    put(prompt)
    for (index, character) in buffer.characters.enumerated() {
      if index == buffer.cursor { markCursor() }
      if character == "\n" {
        wrap()
        put(continuation)
      } else {
        put(visible(character))
      }
    }
    if buffer.cursor == buffer.characters.count { markCursor() }
    wrap()
  }

  /// The rows that fit into `height`, those around the cursor, and the cursor's place among them.
  func window(height: Int) -> (rows: ArraySlice<String>, cursorRow: Int) {
    let height = max(height, 1)
    guard rows.count > height else { return (rows[...], cursorRow) }
    let first = min(max(0, cursorRow - height + 1), rows.count - height)
    return (rows[first..<first + height], cursorRow - first)
  }
}

/// A character as it is shown while editing: a tab as four spaces, a control character written out.
private func visible(_ character: Character) -> String {
  character == "\t" ? "    " : escapingControls(in: String(character))
}
