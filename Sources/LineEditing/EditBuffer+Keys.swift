extension EditBuffer {
  /// What `key` does to the text, as Emacs and Bash have it; nothing for keys that do not edit.
  mutating func apply(_ key: Key) {
    switch key {
    case .text(let text): type(text)
    case .paste(let text): insert(text)
    case .lineBreak, .control("j"): insert("\n")
    case .control("_"): undo()
    case .alt("_"): redo()
    case .control("y"): yank()
    case .alt("y"): yankOlder()
    case .control("t"): transpose()
    case .alt("t"): transposeWords()
    case .alt("u"): recase { $0.uppercased() }
    case .alt("l"): recase { $0.lowercased() }
    case .alt("c"): recase(capitalized)
    default: if !move(key) { delete(key) }
    }
  }

  /// Moves the cursor, and says whether `key` does so.
  private mutating func move(_ key: Key) -> Bool {
    switch key {
    case .left, .control("b"): left()
    case .right, .control("f"): right()
    case .wordLeft, .alt("b"): wordLeft()
    case .wordRight, .alt("f"): wordRight()
    case .home: if cursor == startOfLine { toStart() } else { lineStart() }
    case .end: if cursor == endOfLine { toEnd() } else { lineEnd() }
    case .control("a"): lineStart()
    case .control("e"): lineEnd()
    case .alt("<"): toStart()
    case .alt(">"): toEnd()
    default: return false
    }
    return true
  }

  private mutating func delete(_ key: Key) {
    switch key {
    case .backspace: deleteBackward()
    case .delete, .control("d"): deleteForward()
    case .control("k"): killToLineEnd()
    case .control("u"): killToLineStart()
    case .control("w"): killToSpace()
    case .alt("d"), .deleteWord: killWordForward()
    case .alt("\u{7F}"): killWordBackward()
    default: break
    }
  }
}
