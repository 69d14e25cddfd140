/// The text being edited and where in it the cursor stands. A value: keys change it, nothing is drawn.
struct EditBuffer: Equatable {
  private(set) var characters: [Character] = []
  /// The characters before the cursor.
  private(set) var cursor = 0
  /// Another number after each change of the text.
  private(set) var revision = 0
  private var undoLog = UndoLog()
  private var kills = KillRing()
  /// What the last key did and what this one does: some keys go on where the last one stopped.
  private var (lastAct, act) = (Act.other, Act.other)

  private enum Act: Equatable {
    case other, typing, deleting, killing
    /// So many characters before the cursor were put back.
    case yanking(Int)
    /// From line to line, towards this column.
    case climbing(Int)
  }

  var text: String { String(characters) }
  var isEmpty: Bool { characters.isEmpty }
  var textBeforeCursor: String { String(characters[..<cursor]) }
  var textAfterCursor: String { String(characters[cursor...]) }
  var isAtEnd: Bool { cursor == characters.count }

  /// Says that a new key comes.
  mutating func turn() {
    (lastAct, act) = (act, .other)
  }

  /// Forgets the text and how it came to be; what was cut stays.
  mutating func clear() {
    let (kills, revision) = (kills, revision)
    self = EditBuffer()
    self.kills = kills
    self.revision = revision + 1
  }

  /// Puts other text in place, the cursor at its end.
  mutating func replace(with text: String) {
    change(0..<characters.count, to: plain(text))
  }

  mutating func insert(_ text: String) {
    change(cursor..<cursor, to: plain(text))
  }

  /// Inserts what was typed: one piece with what was typed just before it, when undone.
  mutating func type(_ text: String) {
    act = .typing
    insert(text)
  }

  /// Puts `text` in place of the `count` characters before the cursor.
  mutating func replaceBeforeCursor(_ count: Int, with text: String) {
    change(max(0, cursor - count)..<cursor, to: plain(text))
  }

  // MARK: Moving

  mutating func left() { cursor = max(0, cursor - 1) }
  mutating func right() { cursor = min(characters.count, cursor + 1) }
  mutating func wordLeft() { cursor = wordStart(before: cursor) }
  mutating func wordRight() { cursor = wordEnd(behind: cursor) }
  mutating func lineStart() { cursor = startOfLine }
  mutating func lineEnd() { cursor = endOfLine }
  mutating func toStart() { cursor = 0 }
  mutating func toEnd() { cursor = characters.count }

  /// Moves to the line above, and says whether there is one.
  mutating func up() -> Bool {
    guard startOfLine > 0 else { return false }
    let column = column
    cursor = startOfLine - 1
    cursor = min(startOfLine + column, cursor)
    act = .climbing(column)
    return true
  }

  /// Moves to the line below, and says whether there is one.
  mutating func down() -> Bool {
    guard endOfLine < characters.count else { return false }
    let column = column
    cursor = endOfLine + 1
    cursor = min(startOfLine + column, endOfLine)
    act = .climbing(column)
    return true
  }

  /// The column to keep from line to line: past a short line it is the one before it.
  private var column: Int {
    if case .climbing(let column) = lastAct { column } else { cursor - startOfLine }
  }

  // MARK: Deleting

  mutating func deleteBackward() { delete(max(0, cursor - 1)..<cursor) }
  mutating func deleteForward() { delete(cursor..<min(characters.count, cursor + 1)) }

  /// Cuts to the end of the line, or the line break when there is nothing before it.
  mutating func killToLineEnd() {
    let end = endOfLine
    kill(cursor..<(end == cursor ? min(end + 1, characters.count) : end))
  }

  /// Cuts to the start of the line, or the line break when there is nothing behind it.
  mutating func killToLineStart() {
    let start = startOfLine
    kill((start == cursor ? max(0, start - 1) : start)..<cursor)
  }

  mutating func killWordForward() { kill(cursor..<wordEnd(behind: cursor)) }
  mutating func killWordBackward() { kill(wordStart(before: cursor)..<cursor) }

  /// Cuts back to the last space, as Ctrl-W does in a shell.
  mutating func killToSpace() {
    var start = cursor
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    kill(start..<cursor)
  }

  private mutating func delete(_ range: Range<Int>) {
    act = .deleting
    change(range, to: [])
  }

  private mutating func kill(_ range: Range<Int>) {
    act = .killing
    guard !range.isEmpty else { return }
    kills.add(
      characters[range], joining: lastAct == .killing, backwards: range.upperBound == cursor)
    change(range, to: [])
  }

  // MARK: What was cut, what was done

  /// Puts back what was cut last.
  mutating func yank() {
    guard let piece = kills.latest() else { return }
    yank(piece, over: 0)
  }

  /// Right after a yank, puts what was cut earlier in its place.
  mutating func yankOlder() {
    guard case .yanking(let count) = lastAct, let piece = kills.older() else { return }
    yank(piece, over: count)
  }

  private mutating func yank(_ piece: [Character], over count: Int) {
    let start = cursor - count
    change(start..<cursor, to: piece)
    act = .yanking(max(0, cursor - start))
  }

  mutating func undo() {
    if let change = undoLog.undo() { carryOut(change) }
  }

  mutating func redo() {
    if let change = undoLog.redo() { carryOut(change) }
  }

  // MARK: Changing

  /// Puts `pieces` in place of `range`, and the cursor behind them.
  ///
  /// Where characters meet that may become one (a letter and a mark, two halves of a flag), the whole
  /// text is read anew.
  mutating func change(_ range: Range<Int>, to pieces: [Character]) {
    guard !range.isEmpty || !pieces.isEmpty else { return }
    let new = pieces.allSatisfy(\.isASCII) ? pieces : Array(String(pieces))
    let change = UndoLog.Change(
      place: range.lowerBound, removed: Array(characters[range]), inserted: new)
    carryOut(change)
    let seams = [change.place - 1, change.place, cursor - 1, cursor]
    let isCertain = seams.allSatisfy { !characters.indices.contains($0) || characters[$0].isASCII }
    let whole = isCertain ? characters : Array(text)
    if whole == characters {
      let isGoingOn = act == lastAct && (act == .typing || act == .deleting)
      undoLog.add(change, joining: isGoingOn)
    } else {
      var before = characters
      change.reversed.carryOut(on: &before)
      let bytes = characters[..<cursor].reduce(0) { $0 + $1.utf8.count }
      carryOut(UndoLog.Change(place: 0, removed: characters, inserted: whole))
      cursor = count(of: whole, covering: bytes)
      undoLog.add(UndoLog.Change(place: 0, removed: before, inserted: whole), joining: false)
    }
  }

  private mutating func carryOut(_ change: UndoLog.Change) {
    change.carryOut(on: &characters)
    cursor = change.place + change.inserted.count
    revision += 1
  }
}

/// How many of the first `characters` make up so many bytes of UTF-8.
private func count(of characters: [Character], covering bytes: Int) -> Int {
  var rest = bytes
  return characters.prefix { character in
    defer { rest -= character.utf8.count }
    return rest > 0
  }.count
}

/// The characters of `text`, every kind of line break being `\n`.
private func plain(_ text: String) -> [Character] {
  text.map { $0 == "\r\n" || $0 == "\r" ? "\n" : $0 }
}
