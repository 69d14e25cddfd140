/// A search of the history for a few letters, the best match first.
///
/// A match holds each word that is sought, its letters in order but not always side by side, without
/// regard to case (of ASCII). The fewer letters lie between them the better; among equals the newest.
struct HistorySearch {
  private(set) var sought = ""
  private(set) var matches: [Match] = []
  /// Which match is shown.
  private(set) var chosen = 0
  private let entries: [[UInt8]]

  struct Match: Equatable {
    /// Index in the history.
    var entry: Int
    /// The matched letters, as ranges of UTF-8 bytes.
    var ranges: [Range<Int>]
    fileprivate var gaps: Int
  }

  var match: Match? { matches.indices.contains(chosen) ? matches[chosen] : nil }

  /// `leader 1/4> `.
  var counter: String { matches.isEmpty ? " 0/0> " : " \(chosen + 1)/\(matches.count)> " }

  init(_ history: [String]) {
    entries = history.map { lowered($0) }
  }

  /// Looks for something else, from the best match on.
  mutating func seek(_ text: String) {
    (sought, chosen) = (text, 0)
    let words = sought.split(separator: " ").map { lowered(String($0)) }
    matches = words.isEmpty ? [] : entries.indices.reversed().compactMap { match(words, in: $0) }
    // Sorting keeps the newest first among equals.
    matches.sort { $0.gaps < $1.gaps }
  }

  /// Shows the next match or the one before, no further than the ends.
  mutating func step(_ steps: Int) {
    chosen = min(max(0, chosen + steps), max(0, matches.count - 1))
  }

  private func match(_ words: [[UInt8]], in entry: Int) -> Match? {
    var match = Match(entry: entry, ranges: [], gaps: 0)
    for word in words {
      guard let places = places(of: word, in: entries[entry]) else { return nil }
      match.gaps += places[places.count - 1] - places[0] + 1 - word.count
      match.ranges += places.map { $0..<$0 + 1 }
    }
    return match
  }
}

/// Where the letters of `word` stand closest together in `text`; nil when they are not there in order,
/// or with more than twice as many others between them.
private func places(of word: [UInt8], in text: [UInt8]) -> [Int]? {
  let most = word.count * 3
  var best: [Int]?
  for start in text.indices where text[start] == word[0] {
    let end = min(text.count, start + (best.map { $0[word.count - 1] - $0[0] } ?? most))
    var places: [Int] = []
    for place in start..<end where text[place] == word[places.count] {
      places.append(place)
      if places.count == word.count { break }
    }
    guard places.count == word.count else { continue }
    best = places
    if places[word.count - 1] - start + 1 == word.count { break }
  }
  return best
}

/// The bytes of `text`, ASCII letters in lower case.
private func lowered(_ text: String) -> [UInt8] {
  text.utf8.map { 0x41...0x5A ~= $0 ? $0 + 0x20 : $0 }
}
