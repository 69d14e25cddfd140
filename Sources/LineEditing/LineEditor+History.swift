extension LineEditor {
  /// Shows the next entry of the history, back in time or forth, that begins with what was typed.
  mutating func recall(back: Bool) {
    var through =
      walk.flatMap { $0.revision == buffer.revision ? $0.through : nil }
      ?? HistoryWalk(from: buffer.text, history)
    guard let text = through.step(back: back, history) else { return }
    buffer.replace(with: text)
    walk = (through, buffer.revision)
  }

  // MARK: Suggesting

  /// How the newest entry that begins with the text goes on.
  var suggested: String? {
    guard colours, buffer.isAtEnd, menu == nil, walk?.revision != buffer.revision else {
      return nil
    }
    return suggestion(for: buffer.text, from: history)
  }

  /// Takes the suggestion or its first word, and says whether `key` does so and there is one.
  mutating func acceptSuggestion(_ key: Key) -> Bool {
    guard [.right, .end, .control("f"), .control("e"), .wordRight, .alt("f")].contains(key),
      let suggested
    else { return false }
    var rest = EditBuffer()
    rest.insert(suggested)
    if key == .wordRight || key == .alt("f") {
      rest.toStart()
      rest.wordRight()
    }
    buffer.insert(rest.textBeforeCursor)
    return true
  }

  // MARK: The last word

  struct LastWord {
    var entry: Int
    var length: Int
    var revision: Int
    var cursor: Int
  }

  /// Puts in the last word of the newest entry; right after that, those of older entries instead.
  mutating func insertLastWord() {
    var (before, length) = (history.count, 0)
    if let last = lastWord, last.revision == buffer.revision, last.cursor == buffer.cursor {
      (before, length) = (last.entry, last.length)
    }
    let words = history[..<before].indices.reversed().lazy
      .compactMap { [history] entry in finalWord(of: history[entry]).map { (entry, $0) } }
    guard let (entry, word) = words.first else { return }
    buffer.replaceBeforeCursor(length, with: word)
    lastWord = LastWord(
      entry: entry, length: word.count, revision: buffer.revision, cursor: buffer.cursor)
  }
}

/// The last word of a statement, without the semicolon.
private func finalWord(of entry: String) -> String? {
  entry.split { $0.isWhitespace || $0 == ";" }.last.map(String.init)
}
