/// A command line that is being typed, as far as the cursor: words separated by spaces and kept together
/// by quotes, as a shell would. The last may be unfinished.
///
/// Inside `'…'` everything is itself; inside `"…"` and outside quotes a backslash makes the next
/// character itself.
struct TypedLine: Equatable {
  /// The words before the last.
  var words: [String] = []
  /// What the last word says, without its quotes.
  var last = ""
  /// The last word as it is typed.
  var typed = ""
  /// The quote that has no partner yet.
  private(set) var quote: Character?

  init(_ line: some StringProtocol) {
    var isEscaped = false
    for character in line {
      if quote == nil, !isEscaped, character.isWhitespace {
        if !typed.isEmpty { words.append(last) }
        (last, typed) = ("", "")
        continue
      }
      typed.append(character)
      if isEscaped {
        last.append(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if character == quote {
        quote = nil
      } else if quote == nil, character == "'" || character == "\"" {
        quote = character
      } else {
        last.append(character)
      }
    }
  }
}

/// `word` as it may be typed in a command line.
///
/// - Parameter isOpen: whether more is to follow, so that its quote stays open.
func commandWord(_ word: String, isOpen: Bool = false) -> String {
  let special = word.contains { $0.isWhitespace || "'\"\\".contains($0) }
  guard special || word.isEmpty else { return word }
  if !word.contains("'") { return "'" + word + (isOpen ? "" : "'") }
  let escaped = word.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
  return "\"" + escaped + (isOpen ? "" : "\"")
}
