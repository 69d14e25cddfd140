import TerminalScreen
import Testing

@testable import LineEditing

/// Plays keys to an editor and looks at what it returns and draws.
private final class Typist {
  var screen: Screen
  private var waiting: [Key]
  var history: [String] = []
  var words: [String] = []
  /// What the screen showed when each key was awaited.
  private(set) var seen: [String] = []

  init(_ keys: [Key], width: Int = 40) {
    waiting = keys
    screen = Screen(width: width)
  }

  func type() -> LineEditor.Outcome {
    var editor = LineEditor(
      key: {
        self.seen.append(self.screen.text)
        return self.waiting.isEmpty ? .closed : self.waiting.removeFirst()
      },
      write: { self.screen.write($0) }, size: { (self.screen.width, 24) })
    editor.isComplete = { isComplete($0) }
    editor.complete = { text, _ in
      let word = text.reversed().prefix { $0.isLetter }.reversed()
      let start = String(word)
      let matching = self.words.filter { $0.hasPrefix(start) }
      return Completion(
        typed: start.count, candidates: matching.map { Completion.Candidate($0) })
    }
    return editor.read(prompt: "benchdb> ", continuation: "    ...> ", history: history)
  }
}

/// Whether `text` ends with a semicolon that no string holds.
private func isComplete(_ text: String) -> Bool {
  text.hasSuffix(";") && text.count { $0 == "'" }.isMultiple(of: 2)
}

private func text(_ text: String) -> [Key] { text.map { .text(String($0)) } }

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

  @Test func `up goes back in history and down returns to the draft`() {
    let typist = Typist(text("dra") + [.up, .up, .down, .down] + text("ft;") + [.enter])
    typist.history = ["first;", "second;"]
    #expect(typist.type() == .text("draft;"))
    let back = Typist([.up, .up, .up, .enter])
    back.history = ["first;", "second;"]
    #expect(back.type() == .text("first;"))
  }

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
}
