/// The words of a command line: separated by spaces, kept together by quotes, as a shell would.
///
/// Inside `'…'` everything is itself; inside `"…"` and outside quotes a backslash makes the next
/// character itself.
func words(of line: String) throws(ShellError) -> [String] {
  var words: [String] = []
  var word: String?
  var quote: Character?
  var isEscaped = false
  for character in line {
    if isEscaped {
      word = (word ?? "") + String(character)
      isEscaped = false
    } else if character == "\\", quote != "'" {
      isEscaped = true
    } else if character == quote {
      quote = nil
    } else if quote == nil, character == "'" || character == "\"" {
      quote = character
      word = word ?? ""
    } else if quote == nil, character.isWhitespace {
      if let done = word { words.append(done) }
      word = nil
    } else {
      word = (word ?? "") + String(character)
    }
  }
  if let quote { throw .openQuote(quote) }
  if let last = word { words.append(last) }
  return words
}
