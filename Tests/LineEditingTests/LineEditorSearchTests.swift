import TerminalScreen
import Testing

@testable import LineEditing

@Suite struct LineEditorSearchTests {
  @Test func `Ctrl-R finds older entries`() {
    let keys = [Key.control("r")] + text("run") + [.control("r"), .enter]
    let typist = Typist(keys)
    typist.history = ["select 1 from runs;", "select 2 from RUNS;", "select 3;"]
    #expect(typist.type() == .text("select 1 from runs;"))
    #expect(typist.screen.text == "benchdb> select 1 from runs;")
  }

  @Test func `Ctrl-G leaves the search with what was there`() {
    let typist = Typist(text("x;") + [.control("r")] + text("run") + [.control("g"), .enter])
    typist.history = ["select 1 from runs;"]
    #expect(typist.type() == .text("x;"))
  }

  @Test func `the search says which match this is, of how many`() {
    let typist = Typist([.control("r")] + text("rns") + [.control("r"), .control("s")])
    typist.history = ["from runs;", "no;", "other runs;"]
    #expect(typist.type() == .ended)
    #expect(
      typist.seen.suffix(3) == [
        "rns 1/2> other runs;", "rns 2/2> from runs;", "rns 1/2> other runs;",
      ])
  }

  @Test func `matched letters are marked`() {
    let typist = Typist([.control("r")] + text("ru"))
    typist.history = ["from runs;"]
    typist.colours = true
    #expect(typist.type() == .ended)
    #expect(typist.written.contains { $0.contains("\u{1B}[1;4mru\u{1B}[0mns;") })
  }

  @Test(arguments: [Key.tab, .right])
  func `a match is taken to be edited`(key: Key) {
    let typist = Typist([.control("r")] + text("runs") + [key] + text(" x;") + [.enter])
    typist.history = ["from runs;"]
    #expect(typist.type() == .text("from runs; x;"))
  }

  @Test func `without a match enter goes back to what was typed`() {
    let typist = Typist(text("a;") + [.control("r")] + text("zz") + [.enter, .enter])
    typist.history = ["from runs;"]
    #expect(typist.type() == .text("a;"))
    #expect(typist.seen.contains("zz 0/0>"))
  }

  @Test func `a key that edits takes the match and edits it`() {
    let typist = Typist([.control("r")] + text("runs") + [.control("a")] + text("x") + [.enter])
    typist.history = ["from runs;"]
    #expect(typist.type() == .text("xfrom runs;"))
  }
}
