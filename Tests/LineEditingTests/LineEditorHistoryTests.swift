import TerminalScreen
import Testing

@testable import LineEditing

@Suite struct LineEditorHistoryTests {
  @Test func `up goes back in history and down returns to the draft`() {
    let typist = Typist(text("dra") + [.up, .up, .down, .down] + text("ft;") + [.enter])
    typist.history = ["first;", "second;"]
    #expect(typist.type() == .text("draft;"))
    let back = Typist([.up, .up, .up, .enter])
    back.history = ["first;", "second;"]
    #expect(back.type() == .text("first;"))
  }

  @Test func `up goes through the entries that begin with what was typed`() {
    let typist = Typist(text("sel") + [.up, .up, .up, .down, .enter])
    typist.history = ["select 1;", "with x;", "select 2;", "show;"]
    #expect(typist.type() == .text("select 2;"))
  }

  @Test func `up moves in the statement first, page up does not`() {
    let typist = Typist([.up, .up] + text("x") + [.enter])
    typist.history = ["first;", "one\ntwo;"]
    #expect(typist.type() == .text("onex\ntwo;"))
    let paged = Typist([.pageUp, .pageUp, .enter])
    paged.history = typist.history
    #expect(paged.type() == .text("first;"))
  }

  @Test func `an edit begins another walk`() {
    let typist = Typist([.up, .control("w")] + [.up, .enter])
    typist.history = ["select 1;", "select 2;"]
    #expect(typist.type() == .text("select 2;"))
  }

  @Test(arguments: [Key.right, .end, .control("f"), .control("e")])
  func `the newest entry that begins like this is suggested, and taken`(key: Key) {
    let typist = Typist(text("sel") + [key, .enter])
    typist.history = ["select 1;", "select 2;", "with x;"]
    typist.colours = true
    #expect(typist.type() == .text("select 2;"))
    #expect(typist.seen[3] == "benchdb> select 2;")
    #expect(typist.screen.text == "benchdb> select 2;")
  }

  @Test func `a word of a suggestion is taken`() {
    let typist = Typist(text("se") + [.alt("f")])
    typist.history = ["select one from t;"]
    typist.colours = true
    #expect(typist.type() == .ended)
    #expect(typist.screen.text == "benchdb> select")
  }

  @Test func `nothing is suggested without colours, nor before the end`() {
    let plain = Typist(text("sel") + [.right])
    plain.history = ["select 1;"]
    #expect(plain.type() == .ended)
    #expect(plain.screen.text == "benchdb> sel")
    let within = Typist(text("sel") + [.left, .unknown])
    within.history = ["select 1;"]
    within.colours = true
    #expect(within.type() == .ended)
    #expect(within.seen.last == "benchdb> sel")
  }

  @Test func `a long suggestion ends with the row, one of several lines with its first`() {
    let typist = Typist(text("sel"), width: 20)
    typist.history = ["select a, b, c, d, e, f;"]
    typist.colours = true
    #expect(typist.type() == .ended)
    #expect(typist.seen.last == "benchdb> select a, …")
    typist.history = ["select\na"]
    let lines = Typist(text("sel"))
    lines.history = ["select\n1;"]
    lines.colours = true
    #expect(lines.type() == .ended)
    #expect(lines.seen.last == "benchdb> select…")
  }

  @Test func `Alt-dot puts in the last word of one entry after another`() {
    let typist = Typist(text(".x ") + [.alt("."), .alt("."), .enter] + text(";") + [.enter])
    typist.history = ["select * from runs;", "  ", "from tasks ;"]
    #expect(typist.type() == .text(".x runs\n;"))
  }
}
