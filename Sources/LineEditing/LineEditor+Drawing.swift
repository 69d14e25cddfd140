internal import Tables

extension LineEditor {
  /// Makes the terminal show what the editor holds, in one write.
  mutating func draw() {
    let text = update()
    if !text.isEmpty { write(text) }
  }

  /// Forgets what stands on the terminal: the next drawing starts in the line where the cursor is.
  mutating func begin(after text: String = "") {
    ahead += text
    drawn = Frame()
  }

  /// Begins again where the last drawing began, which the terminal has wrapped to a new width.
  mutating func beginAgain() {
    let rows = drawn.cursorRow(wrappedTo: max(1, size().columns))
    begin(after: "\r" + (rows > 0 ? "\u{1B}[\(rows)A" : "") + "\u{1B}[J")
  }

  /// Draws the text by itself a last time and leaves the cursor in the line below, after some words.
  mutating func leave(saying words: String = "") {
    (menu, search, isPrefixed) = (nil, nil, false)
    let text = update(suggesting: false)
    let below = drawn.rows.count - 1 - drawn.cursorRow
    let isRoom = drawn.cursorColumn + words.count <= size().columns
    write(
      text + (below > 0 ? "\u{1B}[\(below)B" : "") + (isRoom ? "" : "\r\n") + words + "\r\n")
    drawn = Frame()
  }

  private mutating func update(suggesting: Bool = true) -> String {
    let size = size()
    let (columns, rows) = (max(size.columns, 2), max(size.rows, 1))
    if colours { painting.update(for: buffer, by: highlight) }
    let frame = frame(columns: columns, rows: rows, suggesting: suggesting)
    defer { (drawn, ahead) = (frame, "") }
    return ahead + FrameUpdate(from: drawn, to: frame, colours: colours).text
  }

  private func frame(columns: Int, rows: Int, suggesting: Bool) -> Frame {
    var layout = EditLayout(width: columns)
    if let search {
      layOut(search, in: &layout)
    } else {
      layOutText(in: &layout, rows: rows, suggesting: suggesting)
    }
    layout.finish()
    guard let menu else { return layout.frame.window(height: rows) }
    let kept = min(layout.frame.rows.count, max(1, rows / 2))
    let list = menu.rows(width: columns, height: rows - kept, colours: colours, unicode: unicode)
    var frame = layout.frame.window(height: rows - list.count)
    frame.rows += list
    return frame
  }

  /// Lays out as much of the text as a screen may show.
  private func layOutText(in layout: inout EditLayout, rows: Int, suggesting: Bool) {
    let shown = buffer.lines(around: rows)
    let pair =
      colours
      ? bracketPair(in: buffer.characters, paints: painting.paints, cursor: buffer.cursor) : nil
    layout.put(shown.lowerBound == 0 ? prompt : continuation)
    for index in shown {
      if index == buffer.cursor { layout.markCursor() }
      let isPaired = index == pair?.0 || index == pair?.1
      let paint = colours ? painting.paints[index] : .plain
      layOut(buffer.characters[index], isPaired ? .match : paint, in: &layout)
    }
    guard buffer.cursor == shown.upperBound else { return }
    layout.markCursor()
    if suggesting, let suggested { layOut(suggestion: suggested, in: &layout) }
  }

  func layOut(_ character: Character, _ paint: Paint, in layout: inout EditLayout) {
    guard character == "\n" else { return layout.put(character, paint) }
    layout.breakLine()
    layout.put(continuation, .dim)
  }

  /// Lays out the first line of a suggestion, as far as the row goes.
  private func layOut(suggestion: String, in layout: inout EditLayout) {
    let ellipsis = unicode ? "…" : ".."
    let line = visible(String(suggestion.prefix { $0 != "\n" }))
    let text = suggestion.contains("\n") ? line + ellipsis : line
    layout.fill(text, .dim, ellipsis: ellipsis)
  }
}
