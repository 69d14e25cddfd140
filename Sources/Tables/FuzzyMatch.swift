/// How well letters that someone typed fit a name: all of them occur in it, in their order.
///
/// ```
/// FuzzyMatch(of: "lbrd", in: "leaderboard")?.positions   // 0, 6, 9, 10
/// ```
///
/// Letters compare without case. Of all ways to find them the one with the highest score counts, where a
/// letter that starts a word or follows its predecessor at once is worth more, and each gap costs.
///
/// **Source**: the second algorithm of fzf (https://github.com/junegunn/fzf, `src/algo/algo.go`), with
/// weights of our own.
package struct FuzzyMatch: Sendable, Equatable {
  /// The higher the better, for one word typed; a whole name scores highest.
  package let score: Int
  /// The characters of the name that were found, counted from 0.
  package let positions: [Int]

  /// Nil where a letter is missing. No letters fit every name, with a score of 0.
  ///
  /// - Complexity: O(*nm*²) for a word of *n* and a name of *m* characters; names are short.
  package init?(of word: String, in name: String) {
    let wanted = Array(word.lowercased())
    let letters = Array(name)
    let folded = letters.map { Character($0.lowercased()) }
    guard Self.isSubsequence(wanted, of: folded) else { return nil }
    guard !wanted.isEmpty else {
      (score, positions) = (0, [])
      return
    }
    let starts = letters.indices.map { Self.startsWord(at: $0, in: letters) }
    var best = Best(wanted.count, folded.count)
    for i in wanted.indices {
      for j in folded.indices where wanted[i] == folded[j] {
        best.extend(i, j, isStart: starts[j])
      }
    }
    let end = best.end
    positions = best.path(to: end)
    score = best.scores[wanted.count - 1][end] + (wanted == folded ? Weight.whole : 0)
  }

  private static func isSubsequence(_ wanted: [Character], of letters: [Character]) -> Bool {
    var rest = wanted[...]
    for letter in letters where letter == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  private static func startsWord(at index: Int, in letters: [Character]) -> Bool {
    guard index > 0 else { return true }
    let (before, letter) = (letters[index - 1], letters[index])
    return !(before.isLetter || before.isNumber) && (letter.isLetter || letter.isNumber)
      || before.isLowercase && letter.isUppercase
  }
}

private enum Weight {
  static let letter = 16
  static let start = 16
  static let first = 8
  static let consecutive = 24
  static let gap = 3
  static let gapPerLetter = 1
  static let whole = 40
}

/// The best score of the first letters ending at each place, and where the letter before then stands.
private struct Best {
  static let none = Int.min / 2
  var scores: [[Int]]
  private var before: [[Int]]

  init(_ rows: Int, _ columns: Int) {
    scores = Array(repeating: Array(repeating: Self.none, count: columns), count: rows)
    before = Array(repeating: Array(repeating: -1, count: columns), count: rows)
  }

  mutating func extend(_ i: Int, _ j: Int, isStart: Bool) {
    let worth = Weight.letter + (isStart ? Weight.start : 0) + (j == 0 ? Weight.first : 0)
    guard i > 0 else {
      scores[0][j] = worth - min(j, 8) * Weight.gapPerLetter
      return
    }
    for k in 0..<j where scores[i - 1][k] > Self.none {
      let skipped = j - k - 1
      let step =
        skipped == 0 ? Weight.consecutive : -Weight.gap - min(skipped, 8) * Weight.gapPerLetter
      let score = scores[i - 1][k] + worth + step
      if score > scores[i][j] {
        scores[i][j] = score
        before[i][j] = k
      }
    }
  }

  /// Where the last letter stands best.
  var end: Int {
    let last = scores[scores.count - 1]
    return last.indices.max { last[$0] < last[$1] } ?? 0
  }

  func path(to end: Int) -> [Int] {
    var path = [end]
    for row in before[1...].reversed() { path.append(row[path[path.count - 1]]) }
    return path.reversed()
  }
}
