extension LineEditor {
  /// What `key` does; the outcome when it ends the reading.
  mutating func handle(_ key: Key) -> Outcome? {
    buffer.turn()
    switch key {
    case .closed: return .ended
    case .resized: beginAgain()
    case .resumed: begin(after: "\r\u{1B}[J")
    case _ where search != nil: return searching(key)
    case _ where isPrefixed: prefixed(key)
    case _ where choosing(key): break
    default: return editing(key)
    }
    return nil
  }

  private mutating func editing(_ key: Key) -> Outcome? {
    switch key {
    case .enter: return enter()
    case .control("c"): return .interrupted
    case .control("d") where buffer.isEmpty: return .ended
    case .control("r"), .control("s"): search = HistorySearch(history)
    case .control("x"): isPrefixed = true
    case .control("l"): begin(after: "\u{1B}[H\u{1B}[2J")
    case .control("z"):
      leave()
      suspend()
      begin()
    case .tab: completeWord()
    case .up, .control("p"): if !buffer.up() { recall(back: true) }
    case .down, .control("n"): if !buffer.down() { recall(back: false) }
    case .pageUp, .alt("p"): recall(back: true)
    case .pageDown, .alt("n"): recall(back: false)
    case .alt("."): insertLastWord()
    default: if !acceptSuggestion(key) { buffer.apply(key) }
    }
    return nil
  }

  mutating func enter() -> Outcome? {
    if isComplete(buffer.text) { return .text(buffer.text) }
    buffer.insert("\n")
    return nil
  }

  /// The key after Ctrl-X.
  private mutating func prefixed(_ key: Key) {
    isPrefixed = false
    switch key {
    case .control("e"): editElsewhere()
    case .control("u"): buffer.undo()
    default: break
    }
  }

  private mutating func editElsewhere() {
    leave()
    if let text = edit(buffer.text) {
      buffer.replace(with: String(text.reversed().drop(while: \.isNewline).reversed()))
    }
    begin()
  }
}
