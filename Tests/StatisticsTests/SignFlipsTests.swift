import Statistics
import Testing

struct SignFlipsTests {
  @Test func `tails are shares of all choices`() {
    let flips = SignFlips(weights: [1, 2, 3])
    #expect(flips.lowerTail(-1) == 0)
    #expect(flips.lowerTail(0) == 0.125)
    #expect(flips.lowerTail(2) == 0.375)
    #expect(flips.lowerTail(3) == 0.625)
  }

  @Test func `no weights sum to zero for certain`() {
    #expect(SignFlips(weights: []).lowerTail(0) == 1)
  }

  @Test func `tails agree with every choice written out`() {
    var random = SplitMix64(seed: 3)
    for count in 1...10 {
      let weights = (0..<count).map { _ in 3 * Int.random(in: 1...9, using: &random) }.sorted()
      let sums = (0..<1 << count).map { choice in
        weights.indices.reduce(0) { $0 + (choice >> $1 & 1) * weights[$1] }
      }
      let flips = SignFlips(weights: weights)
      for bound in 0...(weights.reduce(0, +) / 2) {
        let share = Double(sums.count { $0 <= bound }) / Double(sums.count)
        #expect(flips.lowerTail(bound) == share)
        #expect(SignFlips(weights: weights, upTo: bound).lowerTail(bound) == share)
      }
    }
  }

  @Test func `how far sums are counted does not change a bit of a tail`() {
    // More than fifty weights, so that counts are rounded; with ties, so that some are odd.
    let weights = (1...120).map { $0 % 5 == 0 ? 2 * $0 - 1 : 2 * $0 }.sorted()
    let total = weights.reduce(0, +)
    let all = SignFlips(weights: weights)
    for bound in stride(from: 0, through: total / 2, by: 97) {
      let some = SignFlips(weights: weights, upTo: bound)
      #expect(some.lowerTail(bound) == all.lowerTail(bound))
      #expect(some.lowerTail(bound / 2) == all.lowerTail(bound / 2))
    }
  }
}
