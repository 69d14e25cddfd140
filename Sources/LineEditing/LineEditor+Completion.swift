extension LineEditor {
  /// Puts in the one candidate, or what all of them begin with; else opens the menu.
  mutating func completeWord() {
    let completion = complete(buffer.textBeforeCursor, buffer.textAfterCursor)
    if completion.candidates.count == 1 { return take(completion.candidates[0], completion) }
    let typed = typed(completion)
    if let common = completion.common, common.count > completion.typed,
      common.lowercased().hasPrefix(typed.lowercased())
    {
      buffer.replaceBeforeCursor(completion.typed, with: common)
    } else {
      menu = CompletionMenu(completion, typed: typed)
    }
  }

  private func typed(_ completion: Completion) -> String {
    String(buffer.characters[..<buffer.cursor].suffix(completion.typed))
  }

  /// What `key` does in the menu; says whether it was for the menu, which any other key closes.
  mutating func choosing(_ key: Key) -> Bool {
    guard let menu else { return false }
    switch key {
    case .tab, .down, .control("n"): self.menu?.step(1)
    case .backTab, .up, .control("p"): self.menu?.step(-1)
    case .pageDown: self.menu?.page(1)
    case .pageUp: self.menu?.page(-1)
    case .enter, .right: take(menu.candidate, menu.completion)
    case .escape, .control("g"): self.menu = nil
    case .text, .backspace: narrow(key)
    case .unknown: break
    default:
      self.menu = nil
      return false
    }
    return true
  }

  /// Edits the word, and with it the list.
  private mutating func narrow(_ key: Key) {
    buffer.apply(key)
    let completion = complete(buffer.textBeforeCursor, buffer.textAfterCursor)
    menu =
      completion.typed > 0 ? CompletionMenu(completion, typed: typed(completion)) : nil
  }

  private mutating func take(_ candidate: Completion.Candidate, _ completion: Completion) {
    menu = nil
    let rest = buffer.characters[buffer.cursor...]
    let needsSpace = candidate.isWhole && rest.first?.isWhitespace != true
    buffer.replaceBeforeCursor(
      completion.typed, with: candidate.text + (needsSpace ? " " : ""))
  }
}
