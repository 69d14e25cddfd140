import TerminalScreen
import Testing

@testable import LineEditing

@Suite struct LineEditorCompletionTests {
  @Test func `tab completes one word, and of several what they share`() {
    let one = Typist(text("select fra") + [.tab] + text(";") + [.enter])
    one.words = ["framework", "failed"]
    #expect(one.type() == .text("select framework ;"))
    let several = Typist(text("select f") + [.tab] + text(";") + [.enter])
    several.words = ["framework", "frames"]
    #expect(several.type() == .text("select frame;"))
  }

  @Test func `tab opens a menu in which tab steps and enter takes`() {
    let open = Typist(text("select f") + [.tab, .tab])
    open.words = ["framework", "failed"]
    #expect(open.type() == .ended)
    #expect(open.seen.last == "benchdb> select f\n framework\n>failed")
    let taken = Typist(text("select f") + [.tab, .tab, .enter] + text(";") + [.enter])
    taken.words = ["framework", "failed"]
    #expect(taken.type() == .text("select failed ;"))
    #expect(taken.screen.text == "benchdb> select failed ;")
  }

  @Test func `shift-tab steps back and escape closes`() {
    let typist = Typist(text("f") + [.tab, .backTab, .enter, .escape] + text(";") + [.enter])
    typist.words = ["framework", "failed", "fold"]
    #expect(typist.type() == .text("fold ;"))
    let closed = Typist(text("f") + [.tab, .escape] + text(";") + [.enter])
    closed.words = typist.words
    #expect(closed.type() == .text("f;"))
    #expect(closed.screen.text == "benchdb> f;")
  }

  @Test func `typing narrows the menu until nothing is left`() {
    let typist = Typist(text("f") + [.tab] + text("a") + [.backspace] + text("x"))
    typist.words = ["framework", "failed", "family"]
    #expect(typist.type() == .ended)
    #expect(
      typist.seen.suffix(3) == [
        "benchdb> fa\n>failed\n family", "benchdb> f\n>framework\n failed\n family",
        "benchdb> fx",
      ])
  }

  @Test func `any other key closes the menu and does its own`() {
    let typist = Typist(text("f") + [.tab, .home] + text("x") + [.end] + text(";") + [.enter])
    typist.words = ["framework", "failed"]
    #expect(typist.type() == .text("xf;"))
  }

  @Test func `letters that fit here and there open the menu`() {
    let typist = Typist(text("f") + [.tab])
    typist.editor.complete = { _, _ in
      Completion(typed: 1, candidates: [.init("leaflet"), .init("leaf")])
    }
    #expect(typist.type() == .ended)
    #expect(typist.seen.last == "benchdb> f\n>leaflet\n leaf")
  }

  @Test func `no space comes where one is`() {
    let typist = Typist(text("fra x;") + [.home, .right, .right, .right, .tab, .enter])
    typist.words = ["framework"]
    #expect(typist.type() == .text("framework x;"))
  }
}
