extension EditBuffer {
  /// What `key` does to the text, as Emacs and Bash have it; nothing for keys that do not edit.
  mutating func apply(_ key: Key) {
    switch key {
    case .text(let text), .paste(let text): insert(text)
    case .alt("\r"): insert("\n")
    case .left, .control("b"): left()
    case .right, .control("f"): right()
    case .wordLeft, .alt("b"): wordLeft()
    case .wordRight, .alt("f"): wordRight()
    case .home, .control("a"): lineStart()
    case .end, .control("e"): lineEnd()
    case .alt("<"): toStart()
    case .alt(">"): toEnd()
    case .backspace: deleteBackward()
    case .delete: deleteForward()
    case .control("k"): killToLineEnd()
    case .control("u"): killToLineStart()
    case .control("w"): killToSpace()
    case .alt("d"): killWordForward()
    case .alt("\u{7F}"): killWordBackward()
    case .control("y"): yank()
    case .control("t"): transpose()
    default: break
    }
  }
}
