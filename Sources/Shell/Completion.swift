internal import Tables

/// What may stand for the word before the cursor.
struct Completion: Equatable {
  /// Characters of the word that are typed already.
  var typed = 0
  /// Whole words, in the order to show them.
  var candidates: [String] = []

  /// The longest start that all candidates share, letters compared without case; nil for none.
  var common: String? {
    guard var common = candidates.first else { return nil }
    for candidate in candidates.dropFirst() {
      let shared = zip(common, candidate).prefix { $0.lowercased() == $1.lowercased() }.count
      common = String(common.prefix(shared))
    }
    return common
  }
}

/// Words in columns that fit the width, read downwards; at most ten lines, then a count of the rest.
func columned(_ words: [String], width: Int) -> [String] {
  let most = 10
  let cell = (words.map { displayWidth(of: $0) }.max() ?? 0) + 2
  let across = max(1, width / cell)
  let shown = words.prefix(across * most)
  let lines = (shown.count + across - 1) / across
  var result = (0..<lines).map { line in
    stride(from: line, to: shown.count, by: lines)
      .map { padded(shown[$0], to: cell) }.joined()
  }
  if shown.count < words.count { result.append("… and \(words.count - shown.count) more") }
  return result
}
