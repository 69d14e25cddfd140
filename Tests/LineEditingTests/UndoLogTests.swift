import Testing

@testable import LineEditing

@Suite struct UndoLogTests {
  /// Types `keys` and takes back as often as is said; what the text was after each.
  private func texts(_ keys: [Key], undoing count: Int) -> [String] {
    var buffer = EditBuffer()
    func press(_ key: Key) -> String {
      buffer.turn()
      buffer.apply(key)
      return buffer.text
    }
    for key in keys { _ = press(key) }
    return (0..<count).map { _ in press(.control("_")) }
  }

  @Test func `typing is taken back word by word`() {
    #expect(
      texts(text("select one from"), undoing: 4) == ["select one ", "select ", "", ""])
  }

  @Test func `deleting is taken back in one piece`() {
    let keys = text("abc") + [.backspace, .backspace]
    #expect(texts(keys, undoing: 2) == ["abc", ""])
    let forwards = text("abc") + [.home, .delete, .delete]
    #expect(texts(forwards, undoing: 2) == ["abc", ""])
  }

  @Test func `each paste and each cut is taken back by itself`() {
    let keys: [Key] = [.paste("one "), .paste("two"), .control("w"), .control("w")]
    #expect(texts(keys, undoing: 4) == ["one ", "one two", "one ", ""])
  }

  @Test func `a mark that joined its letter is taken back by itself`() {
    let keys: [Key] = [.paste("ae"), .paste("\u{301}\u{302}b"), .paste("\u{301}")]
    #expect(texts(keys, undoing: 3) == ["ae\u{301}\u{302}b", "ae", ""])
  }

  @Test func `typing elsewhere is another piece`() {
    let keys = text("ab") + [.left] + text("c")
    #expect(texts(keys, undoing: 2) == ["ab", ""])
  }

  @Test func `what was taken back is done again, until something else is done`() {
    var buffer = EditBuffer()
    buffer.insert("one")
    buffer.undo()
    buffer.redo()
    #expect(buffer.text == "one")
    buffer.undo()
    buffer.insert("two")
    buffer.redo()
    #expect(buffer.text == "two")
  }

  @Test func `marks that joined their letter come apart again`() {
    var buffer = EditBuffer()
    buffer.insert("e")
    buffer.insert("\u{301}")
    #expect(buffer.characters == ["é"])
    buffer.undo()
    #expect(buffer.characters == ["e"])
  }
}
