/// Splits a command into words as a shell would, without all else that a shell does.
///
/// **Source**: POSIX shell, 2.2 "Quoting", as Python's `shlex.split` has it; so the AWS CLI runs a
/// `credential_process`.
enum ShellWords {
  enum Fault: Error {
    case openQuote, openEscape
  }

  static func split(_ text: String) throws(Fault) -> [String] {
    var words: [String] = []
    var word: String?
    var rest = text[...]
    while let letter = rest.popFirst() {
      switch letter {
      case _ where letter.isWhitespace:
        if let ended = word { words.append(ended) }
        word = nil
      case "'", "\"": word = (word ?? "") + (try quoted(by: letter, &rest))
      case "\\":
        guard let next = rest.popFirst() else { throw .openEscape }
        word = (word ?? "") + String(next)
      default: word = (word ?? "") + String(letter)
      }
    }
    return words + (word.map { [$0] } ?? [])
  }

  /// What stands before the closing quote; a backslash within double quotes only guards them and itself.
  private static func quoted(by quote: Character, _ rest: inout Substring) throws(Fault) -> String {
    var text = ""
    while let letter = rest.popFirst() {
      if letter == quote { return text }
      if letter == "\\", quote == "\"", let next = rest.first, next == "\"" || next == "\\" {
        rest.removeFirst()
        text.append(next)
      } else {
        text.append(letter)
      }
    }
    throw .openQuote
  }
}
