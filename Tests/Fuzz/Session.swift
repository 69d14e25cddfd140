import SQLSyntax
import Tables
import TerminalScreen

@testable import LineEditing

/// One session at the prompt, played by chance on a screen of chance, and looked at after each key.
struct Session {
  private var chance: Chance
  private var editor: LineEditor
  private let terminal: FakeTerminal
  /// What is wrong, empty while nothing is.
  private(set) var faults: [String] = []
  private(set) var keys = 0

  /// The screen and the waiting bytes, which the editor and its reader reach by closures.
  private final class FakeTerminal {
    var screen: Screen
    var waiting: ArraySlice<UInt8> = []
    var chance: Chance

    init(_ screen: Screen, _ chance: Chance) {
      (self.screen, self.chance) = (screen, chance)
    }
  }

  init(seed: UInt64) {
    var chance = Chance(seed: seed)
    let terminal = FakeTerminal(
      Screen(width: chance.number(2...60), height: chance.number(1...20)),
      Chance(seed: seed &+ 1))
    editor = LineEditor(
      key: { .closed }, write: { terminal.screen.write($0) },
      size: { (terminal.screen.width, terminal.screen.height) })
    editor.isComplete = { $0.hasSuffix(";") }
    editor.complete = { before, _ in completion(of: before, &terminal.chance) }
    editor.highlight = { highlights(of: $0, &terminal.chance) }
    editor.edit = { _ in terminal.chance.once(in: 2) ? terminal.chance.text(upTo: 20) : nil }
    editor.colours = !chance.once(in: 4)
    editor.unicode = !chance.once(in: 4)
    (self.chance, self.terminal) = (chance, terminal)
    start()
  }

  private mutating func start() {
    editor.start(
      prompt: chance.one(of: ["benchdb> ", "", "中> ", "benchdb (write)> "]),
      continuation: chance.one(of: ["    ...> ", ""]),
      history: chance.list(upTo: 20) { $0.text(upTo: 20) })
    check("start")
  }

  // MARK: Playing

  /// Plays some hundred keys; stops at the first fault.
  mutating func play() {
    for _ in 0..<chance.number(1...200) where faults.isEmpty {
      switch chance.number(0...19) {
      case 0: resize()
      case 1...4: for key in readKeys() where faults.isEmpty { press(key) }
      default: for key in chance.key() where faults.isEmpty { press(key) }
      }
    }
    if faults.isEmpty { checkUndo() }
    if faults.isEmpty { checkTokens() }
  }

  private mutating func press(_ key: Key) {
    keys += 1
    if let outcome = editor.handle(key) {
      editor.end(outcome)
      if terminal.screen.column != 0 { faults.append("left in the midst of a line at \(key)") }
      start()
    } else {
      // Now and then keys come faster than they are drawn.
      if chance.once(in: 10) { return }
      editor.draw()
      check("\(key)")
    }
  }

  private mutating func resize() {
    editor.draw()
    terminal.screen.resize(width: chance.number(2...60), height: chance.number(1...20))
    _ = editor.handle(.resized)
    editor.draw()
    check("a new size")
  }

  /// What a reader makes of bytes, some of which come late.
  private mutating func readKeys() -> [Key] {
    terminal.waiting = chance.bytes()[...]
    var reader = KeyReader { [terminal] within in
      if let byte = terminal.waiting.popFirst() { return .byte(byte) }
      return within == nil ? .closed : .nothing
    }
    var keys: [Key] = []
    while true {
      let key = reader.next()
      if key == .closed { return keys }
      keys.append(key)
      if keys.count > 1_000 {
        faults.append("the reader makes keys of nothing")
        return []
      }
    }
  }

  // MARK: Checking

  private mutating func check(_ cause: String) {
    let (screen, frame, buffer) = (terminal.screen, editor.drawn, editor.buffer)
    func expect(_ isTrue: Bool, _ fault: @autoclosure () -> String) {
      if !isTrue { faults.append("\(fault()) after \(cause)") }
    }
    expect(0...buffer.characters.count ~= buffer.cursor, "cursor at \(buffer.cursor)")
    expect(buffer.characters == Array(buffer.text), "characters that are one are two")
    expect(screen.faults.isEmpty, screen.faults.joined(separator: ", "))
    expect(frame.rows.count <= screen.height, "\(frame.rows.count) rows on \(screen.height)")
    expect(frame.rows.allSatisfy { $0.width <= screen.width }, "a row wider than the screen")
    expect(
      screen.column == frame.cursorColumn, "column \(screen.column), not \(frame.cursorColumn)")
    let first = screen.row - frame.cursorRow
    for row in 0..<max(frame.rows.count, screen.count - first) {
      let wanted = row < frame.rows.count ? seen(frame.rows[row]) : ""
      expect(screen.line(first + row) == wanted, "\(screen.line(first + row)) for \(wanted)")
    }
  }

  /// A row without the blanks at its end.
  private func seen(_ row: [Frame.Cell]) -> String {
    String(row.reversed().drop { $0.character == " " }.reversed().map(\.character))
  }

  private mutating func checkUndo() {
    var buffer = editor.buffer
    let text = buffer.text
    var undone = 0
    var revision = -1
    while buffer.revision != revision {
      revision = buffer.revision
      buffer.undo()
      undone += 1
    }
    if !buffer.isEmpty { faults.append("undo ends with \(buffer.text)") }
    for _ in 1..<undone { buffer.redo() }
    if buffer.text != text { faults.append("redo ends with \(buffer.text) for \(text)") }
  }

  private mutating func checkTokens() {
    let text = Array(chance.text(upTo: 60).utf8)
    var end = 0
    for token in sqlTokens(text) {
      if token.range.lowerBound != end || token.range.isEmpty { break }
      end = token.range.upperBound
    }
    if end != text.count { faults.append("no token at byte \(end) of \(text)") }
  }
}

private func completion(of before: String, _ chance: inout Chance) -> Completion {
  Completion(
    typed: chance.number(0...min(4, before.count)),
    candidates: chance.list(upTo: chance.one(of: [0, 1, 5, 30])) {
      Completion.Candidate(
        $0.text(upTo: 4), kind: $0.one(of: ["", "table", "column"]), detail: $0.text(upTo: 6),
        isWhole: $0.once(in: 2))
    })
}

private func highlights(
  of text: String, _ chance: inout Chance
) -> [(range: Range<Int>, paint: Paint)] {
  let bytes = Array(text.utf8)
  if chance.once(in: 2) { return sqlHighlights(bytes, sqlTokens(bytes)) }
  return chance.list(upTo: 6) {
    let start = $0.number(0...bytes.count + 2)
    return (start..<start + $0.number(0...9), $0.one(of: Paint.allCases))
  }
}
