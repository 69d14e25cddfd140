/// The head of a script that describes itself: `-- key: value` lines before the first other line.
///
/// ```
/// -- title: Mean rank and wins per framework
/// -- param: metric = f1                typed; bound as :metric
/// -- figure: rank-cd
/// ```
///
/// Adapters in other languages write `#` for `--`. A line of the head without a key is a comment.
package struct ScriptHeader: Sendable, Equatable {
  /// A line of the head, numbered from 1 in the script.
  package struct Entry: Sendable, Equatable {
    package var line: Int
    package var key: String
    package var value: String
  }

  package let entries: [Entry]

  /// Reads the head of `script`; a script without one has no entries.
  package init(of script: String, comment: String = "--") {
    var entries: [Entry] = []
    for (number, line) in script.split(separator: "\n", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard line.hasPrefix(comment) else { break }
      let text = trimmed(line.dropFirst(comment.count))
      if let (key, value) = keyed(text) {
        entries.append(Entry(line: number + 1, key: key, value: value))
      }
    }
    self.entries = entries
  }

  /// The value of the first entry called `key`.
  package func first(_ key: String) -> String? {
    entries.first { $0.key == key }?.value
  }

  /// Every entry called `key`, in order.
  package func all(_ key: String) -> [Entry] {
    entries.filter { $0.key == key }
  }
}

/// `title: Mean rank` as its key and value; nil where no single lower-case word stands before a colon.
private func keyed(_ text: Substring) -> (key: String, value: String)? {
  guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return nil }
  let key = text[..<colon]
  guard key.allSatisfy({ ("a"..."z").contains($0) || $0 == "-" }) else { return nil }
  return (String(key), String(trimmed(text[text.index(after: colon)...])))
}

private func trimmed(_ text: Substring) -> Substring {
  let start = text.drop { $0 == " " || $0 == "\t" || $0 == "\r" }
  guard let last = start.lastIndex(where: { $0 != " " && $0 != "\t" && $0 != "\r" }) else {
    return ""
  }
  return start[...last]
}
