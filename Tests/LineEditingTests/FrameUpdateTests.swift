import Tables
import TerminalScreen
import Testing

@testable import LineEditing

@Suite struct FrameUpdateTests {
  private func frame(_ rows: String..., row: Int = 0, column: Int = 0) -> Frame {
    let cells = rows.map { text in
      var cells: [Frame.Cell] = []
      cells.append(text)
      return cells
    }
    return Frame(rows: cells, cursorRow: row, cursorColumn: column)
  }

  private func update(_ old: Frame, _ new: Frame) -> String {
    FrameUpdate(from: old, to: new, colours: false).text
  }

  @Test func `what is the same is not written`() {
    #expect(update(frame("ab", column: 2), frame("ab", column: 2)) == "")
    #expect(update(frame("ab", column: 2), frame("abc", column: 3)) == "c")
    #expect(update(frame("ab"), frame("ab", column: 1)) == "\r\u{1B}[1C")
    #expect(update(frame("abc", column: 3), frame("ab", column: 2)) == "\r\u{1B}[2C\u{1B}[K")
  }

  @Test func `rows are added at the end and taken from it`() {
    #expect(update(frame("a", column: 1), frame("a", "b", column: 1)) == "\r\nb\u{1B}[1A")
    #expect(
      update(frame("a", "b", column: 1), frame("a", column: 1))
        == "\u{1B}[1B\r\u{1B}[J\u{1B}[1A\r\u{1B}[1C")
  }

  @Test func `any frame can follow any other`() {
    let frames = [
      frame(""), frame("one", column: 3), frame("one", "two", row: 1, column: 1),
      frame("中文中文", "b", "", row: 2), frame("文中", "bb", "c", "d", row: 3, column: 1),
      frame("12345678", "12345678", row: 1, column: 7),
    ]
    for (old, new) in frames.flatMap({ old in frames.map { (old, $0) } }) {
      var screen = Screen(width: 8, height: 5)
      screen.write(update(Frame(), old))
      screen.write(update(old, new))
      var fresh = Screen(width: 8, height: 5)
      fresh.write(update(Frame(), new))
      #expect(screen.text == fresh.text)
      #expect((screen.row, screen.column) == (fresh.row, fresh.column))
      #expect(screen.faults.isEmpty)
    }
  }

  @Test func `a terminal that wraps what was drawn moves the cursor down`() {
    let drawn = frame("123456", "12", "1234567", row: 2, column: 5)
    #expect(drawn.cursorRow(wrappedTo: 10) == 2)
    #expect(drawn.cursorRow(wrappedTo: 3) == 2 + 1 + 1)
    #expect(frame("123456", column: 6).cursorRow(wrappedTo: 3) == 1)
    #expect(frame("123456", column: 3).cursorRow(wrappedTo: 3) == 1)
  }
}
