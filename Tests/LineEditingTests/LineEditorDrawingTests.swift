import Tables
import TerminalScreen
import Testing

@testable import LineEditing

@Suite struct LineEditorDrawingTests {
  @Test func `a key writes no more than what it changes`() {
    let typist = Typist(text("select 1") + [.left, .left] + text(";"))
    #expect(typist.type() == .ended)
    #expect(typist.written[1...8] == ["s", "e", "l", "e", "c", "t", " ", "1"])
    #expect(typist.written[9] == "\r\u{1B}[16C")
    #expect(typist.written[11] == "; 1\r\u{1B}[16C")
  }

  @Test func `a narrower screen shows the statement once`() {
    let typist = Typist(
      text("select framework,") + [.enter] + text("dataset from results") + [.resized, .resized])
    typist.sizes = [(20, 10), (60, 24)]
    #expect(typist.type() == .ended)
    #expect(
      typist.seen[typist.seen.count - 2]
        == "benchdb> select fram\nework,\n    ...> dataset fro\nm results")
    #expect(
      typist.seen.last == "benchdb> select framework,\n    ...> dataset from results")
  }

  @Test func `a menu that is open survives a new size`() {
    let typist = Typist(text("f") + [.tab, .resized, .escape], width: 40, height: 10)
    typist.words = ["framework", "failed"]
    typist.sizes = [(12, 3)]
    #expect(typist.type() == .ended)
    #expect(typist.seen.suffix(2) == ["benchdb> f\n>framework\n failed", "benchdb> f"])
  }

  @Test func `after a stop from elsewhere the statement is drawn anew`() {
    let typist = Typist(text("ab") + [.resumed] + text("c"))
    #expect(typist.type() == .ended)
    #expect(typist.screen.text == "benchdb> abc")
  }

  @Test func `brackets that belong together are marked`() {
    let typist = Typist(text("f(x)") + [.left])
    typist.colours = true
    #expect(typist.type() == .ended)
    #expect(typist.written.contains { $0.contains("\u{1B}[1;4m(\u{1B}[0mx\u{1B}[1;4m)") })
  }

  @Test func `text is painted as the highlighter says`() {
    let typist = Typist(text("é 1"))
    typist.colours = true
    typist.editor.highlight = { $0.hasSuffix("1") ? [(3..<4, .number)] : [] }
    #expect(typist.type() == .ended)
    #expect(typist.written.contains("\u{1B}[36m1\u{1B}[0m"))
  }

  @Test func `while keys are waiting nothing is drawn`() {
    let typist = Typist(text("select 1;") + [.enter])
    typist.editor.hasMore = { true }
    #expect(typist.type() == .text("select 1;"))
    #expect(typist.written.count == 2)
    #expect(typist.screen.text == "benchdb> select 1;")
  }

  @Test func `a paste of a megabyte is laid out in no time and painted once`() {
    var paintings = 0
    let line = String(repeating: "select 1; ", count: 10) + "\n"
    let typist = Typist([.paste(String(repeating: line, count: 10_000)), .left, .up, .right])
    typist.colours = true
    typist.editor.highlight = {
      paintings += $0.isEmpty ? 0 : 1
      return []
    }
    let start = ContinuousClock.now
    #expect(typist.type() == .ended)
    #expect(paintings == 1)
    // A second of a debug build; quadratic work would take minutes.
    #expect(ContinuousClock.now - start < .seconds(30))
  }
}
