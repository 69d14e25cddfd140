extension EditBuffer {
  // MARK: Places

  var startOfLine: Int {
    characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0
  }

  var endOfLine: Int {
    characters[cursor...].firstIndex(of: "\n") ?? characters.count
  }

  /// Whole lines around the cursor, at least so many on either side where there are as many.
  func lines(around count: Int) -> Range<Int> {
    var (start, end) = (startOfLine, endOfLine)
    for _ in 0..<count {
      if start > 0 { start = characters[..<(start - 1)].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }
      if end < characters.count {
        end = characters[(end + 1)...].firstIndex(of: "\n") ?? characters.count
      }
    }
    return start..<end
  }

  func wordStart(before place: Int) -> Int {
    var place = place
    while place > 0, !isWordCharacter(characters[place - 1]) { place -= 1 }
    while place > 0, isWordCharacter(characters[place - 1]) { place -= 1 }
    return place
  }

  func wordEnd(behind place: Int) -> Int {
    var place = place
    while place < characters.count, !isWordCharacter(characters[place]) { place += 1 }
    while place < characters.count, isWordCharacter(characters[place]) { place += 1 }
    return place
  }

  // MARK: Rewriting

  /// Swaps the two characters around the cursor, or the last two at a line's end.
  mutating func transpose() {
    let second = cursor == endOfLine ? cursor - 1 : cursor
    guard second > startOfLine else { return right() }
    change(second - 1..<second + 1, to: [characters[second], characters[second - 1]])
  }

  /// Swaps the word at or behind the cursor with the one before it, and goes behind both.
  mutating func transposeWords() {
    let end = wordEnd(behind: cursor)
    let start = wordStart(before: end)
    let earlierStart = wordStart(before: start)
    let earlierEnd = wordEnd(behind: earlierStart)
    guard earlierEnd <= start, isWord(earlierStart..<earlierEnd), isWord(start..<end)
    else { return }
    let swapped =
      characters[start..<end] + characters[earlierEnd..<start]
      + characters[earlierStart..<earlierEnd]
    change(earlierStart..<end, to: Array(swapped))
  }

  /// Writes the rest of the word in another case, and goes behind it.
  mutating func recase(_ rewrite: (String) -> String) {
    let end = wordEnd(behind: cursor)
    change(cursor..<end, to: Array(rewrite(String(characters[cursor..<end]))))
  }

  private func isWord(_ range: Range<Int>) -> Bool {
    characters[range].contains(where: isWordCharacter)
  }
}

/// `text` with the first letter of its first word in upper case, the others in lower case.
func capitalized(_ text: String) -> String {
  let start = text.firstIndex(where: isWordCharacter) ?? text.endIndex
  return text[..<start] + text[start...].prefix(1).uppercased()
    + text[start...].dropFirst().lowercased()
}

private func isWordCharacter(_ character: Character) -> Bool {
  character.isLetter || character.isNumber || character == "_"
}
