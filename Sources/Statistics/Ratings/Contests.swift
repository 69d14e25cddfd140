/// Who beat whom on how many blocks.
///
/// **Shape**: matrices of treatments by treatments; `wins[a][b]` counts the blocks where a is
/// better than b, `ties[a][b]` those where they are equal as decimals. Blocks that lack some
/// treatments count for those they have.
/// - Complexity: O(N k^2).
package struct Contests: Sendable, Equatable {
  package let treatments: [String]
  package let wins, ties: [[Int]]

  package init(_ blocks: Blocks) {
    let rows = blocks.rows.map { $0.map(Optional.some) } + blocks.incomplete.map(\.values)
    let count = blocks.treatments.count
    let none = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
    var (wins, ties) = (none, none)
    for row in rows {
      for (one, value) in row.enumerated() {
        guard let value else { continue }
        for (other, rival) in row.enumerated() where other != one {
          guard let rival else { continue }
          if value == rival {
            ties[one][other] += 1
          } else if (value > rival) == (blocks.better == .higher) {
            wins[one][other] += 1
          }
        }
      }
    }
    (treatments, self.wins, self.ties) = (blocks.treatments, wins, ties)
  }

  /// How many blocks have both.
  package func count(_ one: Int, _ other: Int) -> Int {
    wins[one][other] + wins[other][one] + ties[one][other]
  }

  /// The share of blocks that `one` wins against `other`, ties counting half; nil where none has
  /// both.
  package func winRate(_ one: Int, _ other: Int) -> Double? {
    let count = count(one, other)
    guard count > 0 else { return nil }
    return (Double(wins[one][other]) + Double(ties[one][other]) / 2) / Double(count)
  }

  /// The share of all contests that `one` wins, ties counting half; nil for none.
  ///
  /// **Source**: TabArena's win rate (Erickson et al., 2025), which is over complete blocks.
  package func winRate(_ one: Int) -> Double? {
    let count = treatments.indices.reduce(0) { $0 + ($1 == one ? 0 : self.count(one, $1)) }
    guard count > 0 else { return nil }
    let (won, tied) = (wins[one].reduce(0, +), ties[one].reduce(0, +))
    return (Double(won) + Double(tied) / 2) / Double(count)
  }
}
