import TerminalScreen
import Testing

@testable import LineEditing

@Suite struct LineEditorTests {
  @Test func `a whole statement ends at enter`() {
    let typist = Typist(text("select 1;") + [.enter])
    #expect(typist.type() == .text("select 1;"))
    #expect(typist.screen.text == "benchdb> select 1;")
  }

  @Test func `half a statement goes on in the next line`() {
    let typist = Typist(text("select 'a;") + [.enter] + text("b';") + [.enter])
    #expect(typist.type() == .text("select 'a;\nb';"))
    #expect(typist.screen.text == "benchdb> select 'a;\n    ...> b';")
  }

  @Test func `a paste is never run`() {
    let typist = Typist([.paste("select 1;\nselect 2;\nsel"), .control("c")])
    #expect(typist.type() == .interrupted)
    #expect(
      typist.screen.text
        == "benchdb> select 1;\n    ...> select 2;\n    ...> sel^C")
  }

  @Test func `earlier lines of a statement can be edited`() {
    let typist = Typist(
      text("selct 1") + [.enter] + text(";") + [.up, .end, .left, .left, .left, .left]
        + text("e") + [.enter])
    #expect(typist.type() == .text("select 1\n;"))
  }

  @Test func `wide characters and long lines wrap within the terminal`() {
    let typist = Typist(text("select '中文中文中文中文中文中文中文';") + [.home, .right, .enter], width: 20)
    #expect(typist.type() == .text("select '中文中文中文中文中文中文中文';"))
    #expect(typist.screen.text == "benchdb> select '中\n文中文中文中文中文中\n文中文';")
  }

  @Test func `a line that fills the terminal keeps the cursor in view`() {
    let typist = Typist(text("select 1234;"), width: 21)
    #expect(typist.type() == .ended)
    #expect(typist.screen.text == "benchdb> select 1234;")
    #expect(typist.screen.row == 2)
  }

  @Test func `Ctrl-D ends on nothing and deletes otherwise`() {
    #expect(Typist([.control("d")]).type() == .ended)
    let typist = Typist(text("ab;") + [.home, .control("d"), .enter])
    #expect(typist.type() == .text("b;"))
  }

  @Test func `Ctrl-L clears the screen and keeps the text`() {
    let typist = Typist(text("one;") + [.control("l"), .enter])
    #expect(typist.type() == .text("one;"))
    #expect(typist.screen.text == "benchdb> one;")
  }

  @Test func `a statement taller than the screen shows the part being edited`() {
    let lines = (1...40).map { "line \($0)" }.joined(separator: "\n")
    let typist = Typist([.paste(lines), .control("c")])
    #expect(typist.type() == .interrupted)
    #expect(typist.screen.text.split(separator: "\n").count == 24)
  }

  @Test func `enter in the middle of a whole statement runs it`() {
    let typist = Typist(text("select 1;") + [.home, .enter])
    #expect(typist.type() == .text("select 1;"))
    #expect(typist.screen.text == "benchdb> select 1;")
    #expect(typist.screen.row == 1)
  }

  @Test(arguments: [Key.alt("\r"), .control("j")])
  func `a line can be broken though the statement is whole`(key: Key) {
    #expect(Typist(text("a;") + [.home, key, .enter]).type() == .text("\na;"))
  }

  @Test func `Ctrl-C twice on nothing tells how to leave`() {
    let typist = Typist(text("x") + [.control("c"), .control("c"), .control("c")])
    for _ in 0..<3 { #expect(typist.type() == .interrupted) }
    #expect(typist.screen.text == "benchdb> x^C\nbenchdb> ^C\nbenchdb> ^C\nCtrl-D leaves")
  }

  @Test func `Ctrl-X Ctrl-E edits the text elsewhere`() {
    let typist = Typist(text("one;") + [.control("x"), .control("e"), .enter])
    typist.elsewhere = { $0.replacing("one", with: "two") + "\n\n" }
    #expect(typist.type() == .text("two;"))
    let failed = Typist(text("one;") + [.control("x"), .control("e"), .enter])
    #expect(failed.type() == .text("one;"))
  }

  @Test func `Ctrl-X Ctrl-U takes back, and another key after Ctrl-X does nothing`() {
    let keys =
      text("one;") + [.control("x"), .control("u")] + text("a;") + [.control("x"), .enter]
    #expect(Typist(keys + [.enter]).type() == .text("a;"))
  }

  @Test func `what was cut is there in the next statement`() {
    let typist = Typist(text("one;") + [.control("u"), .control("c"), .control("y"), .enter])
    #expect(typist.type() == .interrupted)
    #expect(typist.type() == .text("one;"))
  }

  @Test func `stopped and gone on, the text is there to be edited`() {
    let typist = Typist(text("a;") + [.left, .control("z")] + text("b") + [.enter])
    #expect(typist.type() == .text("ab;"))
    #expect(typist.stops == 1)
    #expect(typist.screen.text == "benchdb> a;\nbenchdb> ab;")
  }
}
