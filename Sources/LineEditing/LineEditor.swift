package import Tables

/// Edits one statement, of one line or many, as a block: keys in, text drawn, the whole returned.
///
/// Enter ends the statement when it is complete and breaks the line when not. Keys are Emacs'. What is
/// pasted is put in place and never run, whatever line breaks it holds. Keys, output and size are
/// handed in, so that the editor works without a terminal.
package struct LineEditor {
  package enum Outcome: Equatable {
    case text(String)
    /// Ctrl-C: what was typed is dropped.
    case interrupted
    /// Ctrl-D on nothing, or the end of input.
    case ended
  }

  let key: () -> Key
  let write: (String) -> Void
  let size: () -> (columns: Int, rows: Int)
  /// Whether Enter ends the text.
  package var isComplete: (String) -> Bool = { _ in true }
  /// What may stand for the end of the text before the cursor, given that and the text after it.
  package var complete: (_ before: String, _ after: String) -> Completion = { _, _ in Completion() }
  package var suspend: () -> Void = {}
  /// How parts of the text are painted, by their range in UTF-8 bytes.
  package var highlight: (String) -> [(range: Range<Int>, paint: Paint)] = { _ in [] }

  private var buffer = EditBuffer()
  private var prompt = ""
  private var continuation = ""
  /// The row of the last drawing in which the cursor was left.
  private var drawnRow = 0
  /// The entry of the history that is shown, its count for none.
  private var place = 0
  /// What was typed before going into the history.
  private var draft = ""

  package init(
    key: @escaping () -> Key, write: @escaping (String) -> Void,
    size: @escaping () -> (columns: Int, rows: Int) = { (80, 24) }
  ) {
    self.key = key
    self.write = write
    self.size = size
  }

  /// Reads one statement or command.
  package mutating func read(
    prompt: String, continuation: String, history: [String]
  ) -> Outcome {
    (self.prompt, self.continuation) = (prompt, continuation)
    (buffer, drawnRow, place, draft) = (EditBuffer(), 0, history.count, "")
    write(pasteOn)
    draw()
    while true {
      if let outcome = handle(key(), history) {
        buffer.toEnd()
        draw()
        write((outcome == .interrupted ? "^C" : "") + "\r\n" + pasteOff)
        return outcome
      }
      draw()
    }
  }

  private mutating func handle(_ key: Key, _ history: [String]) -> Outcome? {
    switch key {
    case .closed: return .ended
    case .enter:
      if isComplete(buffer.text) { return .text(buffer.text) }
      buffer.insert("\n")
    case .control("c"): return .interrupted
    case .control("d"):
      if buffer.isEmpty { return .ended }
      buffer.deleteForward()
    case .control("r"): return search(history)
    case .up, .control("p"): if !buffer.up() { recall(place - 1, history) }
    case .down, .control("n"): if !buffer.down() { recall(place + 1, history) }
    case .tab: completeWord()
    case .control("l"):
      write("\u{1B}[H\u{1B}[2J")
      drawnRow = 0
    case .control("z"):
      write("\r\n" + pasteOff)
      suspend()
      write(pasteOn)
      drawnRow = 0
    default: buffer.apply(key)
    }
    return nil
  }

  private mutating func recall(_ wanted: Int, _ history: [String]) {
    guard 0...history.count ~= wanted, wanted != place else { return }
    if place == history.count { draft = buffer.text }
    place = wanted
    buffer.replace(with: place == history.count ? draft : history[place])
  }

  private mutating func completeWord() {
    let completion = complete(buffer.textBeforeCursor, buffer.textAfterCursor)
    guard let common = completion.common else { return }
    if common.count > completion.typed || completion.candidates.count == 1 {
      let isWhole = completion.candidates.count == 1
      buffer.replaceBeforeCursor(
        completion.typed, with: common + (isWhole && completion.candidates[0].isWhole ? " " : ""))
    } else {
      let list = columned(completion.candidates.map(\.text), width: size().columns)
      write("\r\n" + list.map { $0 + "\r\n" }.joined())
      drawnRow = 0
    }
  }

  // MARK: Searching

  /// Ctrl-R: the newest entry that holds what is typed, older ones at each further Ctrl-R.
  private mutating func search(_ history: [String]) -> Outcome? {
    let (before, ownPrompt) = (buffer, prompt)
    defer { prompt = ownPrompt }
    var wanted = ""
    var found = history.count
    func find(before limit: Int) -> Int? {
      history[..<limit].lastIndex { $0.lowercased().contains(wanted.lowercased()) }
    }
    while true {
      prompt = "search \"\(wanted)\": "
      draw()
      let next = key()
      switch next {
      case .text(let text):
        wanted += text
        found = find(before: min(found + 1, history.count)) ?? found
      case .backspace:
        wanted = String(wanted.dropLast())
        found = wanted.isEmpty ? history.count : find(before: history.count) ?? found
      case .control("r"): found = find(before: found) ?? found
      case .control("g"), .control("c"), .escape:
        buffer = before
        return nil
      default:
        prompt = ownPrompt
        place = found
        return handle(next, history)
      }
      if found < history.count, !wanted.isEmpty {
        buffer.replace(with: history[found])
      } else {
        buffer = before
      }
    }
  }

  // MARK: Drawing

  private var pasteOn: String { "\u{1B}[?2004h" }
  private var pasteOff: String { "\u{1B}[?2004l" }

  /// Draws prompt and text over what was drawn last.
  private mutating func draw() {
    let (columns, height) = size()
    let layout = EditLayout(
      buffer, prompt: prompt, continuation: continuation, width: columns)
    let (rows, cursorRow) = layout.window(height: height)
    var text = "\r" + (drawnRow > 0 ? "\u{1B}[\(drawnRow)A" : "") + "\u{1B}[J"
    text += rows.joined(separator: "\r\n") + "\r"
    let below = rows.count - 1 - cursorRow
    if below > 0 { text += "\u{1B}[\(below)A" }
    if layout.cursorColumn > 0 { text += "\u{1B}[\(layout.cursorColumn)C" }
    write(text)
    drawnRow = cursorRow
  }
}
