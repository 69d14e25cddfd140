internal import SQLSyntax
internal import Tables

/// Paints what is typed at the prompt: SQL by its tokens, a command by whether there is one of its
/// name.
struct Highlighter {
  /// What may stand behind a dot, and behind a backslash.
  let commands: Set<String>
  let shortCommands: Set<String>

  /// Ranges in bytes of UTF-8, in order, and how each is painted; the rest stays plain.
  ///
  /// - Complexity: O(*n*); a statement of 100 kB takes a few milliseconds.
  func highlights(_ text: String) -> [(range: Range<Int>, paint: Paint)] {
    let bytes = Array(text.utf8)
    return Passage.all(in: bytes).flatMap {
      $0.isCommand ? command(bytes, $0.range) : sqlHighlights(bytes, $0.tokens)
    }
  }

  private func command(
    _ text: [UInt8], _ range: Range<Int>
  ) -> [(range: Range<Int>, paint: Paint)] {
    guard let dot = text[range].firstIndex(where: { !isBlank($0) }) else { return [] }
    let end = text[dot..<range.upperBound].firstIndex(where: isBlank) ?? range.upperBound
    let name = String(decoding: text[dot + 1..<end], as: UTF8.self)
    let known = text[dot] == UInt8(ascii: "\\") ? commands.union(shortCommands) : commands
    // While a name is typed it may still become one that is known.
    let isUnderWay = end == text.count && known.contains { $0.hasPrefix(name) }
    let paint: Paint = known.contains(name) ? .keyword : isUnderWay ? .plain : .error
    let words: [(range: Range<Int>, paint: Paint)] = quotes(text, end..<range.upperBound)
    return (paint == .plain ? [] : [(dot..<end, paint)]) + words
  }

  /// What stands in quotes, and a quote that is left open.
  private func quotes(
    _ text: [UInt8], _ range: Range<Int>
  ) -> [(range: Range<Int>, paint: Paint)] {
    var found: [(range: Range<Int>, paint: Paint)] = []
    var opening: Int?
    var place = range.lowerBound
    while place < range.upperBound {
      let byte = text[place]
      if byte == UInt8(ascii: "\\"), opening.map({ text[$0] }) != UInt8(ascii: "'") {
        place += 1
      } else if let start = opening {
        if byte == text[start] {
          found.append((start..<place + 1, .string))
          opening = nil
        }
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        opening = place
      }
      place += 1
    }
    if let opening { found.append((opening..<range.upperBound, .error)) }
    return found
  }
}

private func isBlank(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
}
