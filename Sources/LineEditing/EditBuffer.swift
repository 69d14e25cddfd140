/// The text being edited and where in it the cursor stands. A value: keys change it, nothing is drawn.
struct EditBuffer: Equatable {
  private(set) var characters: [Character] = []
  /// The characters before the cursor.
  private(set) var cursor = 0
  /// What was cut last, for `yank`.
  private(set) var killed = ""

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  var textBeforeCursor: String { String(characters[..<cursor]) }
  var textAfterCursor: String { String(characters[cursor...]) }

  /// Puts other text in place, the cursor at its end.
  mutating func replace(with text: String) {
    characters = Array(text)
    cursor = characters.count
  }

  mutating func insert(_ text: String) {
    // Joined before it is split into characters: a combining mark belongs to the letter before it.
    let before = Array(textBeforeCursor + text)
    characters = before + characters[cursor...]
    cursor = before.count
  }

  /// Puts `text` in place of the `count` characters before the cursor.
  mutating func replaceBeforeCursor(_ count: Int, with text: String) {
    remove(max(0, cursor - count)..<cursor)
    insert(text)
  }

  // MARK: Moving

  mutating func left() { cursor = max(0, cursor - 1) }
  mutating func right() { cursor = min(characters.count, cursor + 1) }
  mutating func wordLeft() { cursor = wordStart() }
  mutating func wordRight() { cursor = wordEnd() }
  mutating func lineStart() { cursor = startOfLine }
  mutating func lineEnd() { cursor = endOfLine }
  mutating func toStart() { cursor = 0 }
  mutating func toEnd() { cursor = characters.count }

  /// Moves to the line above, and says whether there is one.
  mutating func up() -> Bool {
    guard startOfLine > 0 else { return false }
    let column = cursor - startOfLine
    cursor = startOfLine - 1
    cursor = min(startOfLine + column, cursor)
    return true
  }

  /// Moves to the line below, and says whether there is one.
  mutating func down() -> Bool {
    guard endOfLine < characters.count else { return false }
    let column = cursor - startOfLine
    cursor = endOfLine + 1
    cursor = min(startOfLine + column, endOfLine)
    return true
  }

  // MARK: Deleting

  mutating func deleteBackward() {
    if cursor > 0 { remove(cursor - 1..<cursor) }
  }

  mutating func deleteForward() {
    if cursor < characters.count { remove(cursor..<cursor + 1) }
  }

  /// Cuts to the end of the line, or the line break when there is nothing before it.
  mutating func killToLineEnd() {
    let end = endOfLine
    kill(cursor..<(end == cursor ? min(end + 1, characters.count) : end))
  }

  mutating func killToLineStart() { kill(startOfLine..<cursor) }
  mutating func killWordForward() { kill(cursor..<wordEnd()) }
  mutating func killWordBackward() { kill(wordStart()..<cursor) }

  /// Cuts back to the last space, as Ctrl-W does in a shell.
  mutating func killToSpace() {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    kill(start..<cursor)
  }

  mutating func yank() { insert(killed) }

  /// Swaps the two characters around the cursor, or the last two at a line's end.
  mutating func transpose() {
    if cursor == endOfLine { left() }
    guard cursor > startOfLine, cursor < characters.count else { return right() }
    characters.swapAt(cursor - 1, cursor)
    right()
  }

  // MARK: Places

  private var startOfLine: Int {
    characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  private var endOfLine: Int {
    characters[cursor...].firstIndex(of: "\n") ?? characters.count
  }

  private func wordStart() -> Int {
    var place = cursor
    while place > 0, !isWordCharacter(characters[place - 1]) { place -= 1 }
    while place > 0, isWordCharacter(characters[place - 1]) { place -= 1 }
    return place
  }

  private func wordEnd() -> Int {
    var place = cursor
    while place < characters.count, !isWordCharacter(characters[place]) { place += 1 }
    while place < characters.count, isWordCharacter(characters[place]) { place += 1 }
    return place
  }

  private mutating func kill(_ range: Range<Int>) {
    guard !range.isEmpty else { return }
    killed = String(characters[range])
    remove(range)
  }

  private mutating func remove(_ range: Range<Int>) {
    characters.removeSubrange(range)
    cursor = range.lowerBound
  }
}

private func isWordCharacter(_ character: Character) -> Bool {
  character.isLetter || character.isNumber || character == "_"
}
