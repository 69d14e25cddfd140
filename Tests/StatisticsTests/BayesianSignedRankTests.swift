import Testing

@testable import Statistics

struct BayesianSignedRankTests {
  @Test func `it agrees with a reference drawn 200,000 times`() throws {
    // baycomp 1.0.3 agrees on decimals made whole; the tolerance is 4.5 standard errors of both.
    let draws = 800
    var random = SplitMix64(seed: 81)
    for line in try Fixture("bayes.csv").lines {
      let names = [line["a"] ?? "", line["b"] ?? ""]
      let blocks = try Fixture.blocks(of: line["case"] ?? "", treatments: Set(names))
      let rope = try #require(Double(line["rope"] ?? ""))
      let found = try #require(
        BayesianSignedRank(blocks, rope: rope, draws: draws, using: &random).pairs.first
      ).probabilities
      for (value, name) in [
        (found.first, "first"), (found.rope, "equal"), (found.second, "second"),
      ] {
        let p = try #require(Double(line[name] ?? ""))
        let error = (p * (1 - p) * (1 / Double(draws) + 1 / 200_000)).squareRoot()
        #expect(abs(value - p) <= 4.5 * error + 0.001, "\(name) \(line) \(value)")
      }
    }
  }

  @Test func `identical treatments are even, and equal for certain with a rope`() {
    var random = SplitMix64(seed: 82)
    let same = [0.5, 0.7, 0.9]
    let even = BayesianSignedRank.probabilities(same, same, draws: 100, using: &random)
    #expect(even == Posterior(first: 0.5, rope: 0, second: 0.5))
    let equal = BayesianSignedRank.probabilities(same, same, rope: 0.01, draws: 100, using: &random)
    #expect(equal == Posterior(first: 0, rope: 1, second: 0))
    let none = BayesianSignedRank.probabilities([], [], draws: 10, using: &random)
    #expect(none == Posterior(first: 0.5, rope: 0, second: 0.5))
  }

  @Test func `differences on the edge of the rope are those of the decimals`() {
    // All means of differences are 0.05, on the edge, or with the pseudo-dataset's below it.
    var random = SplitMix64(seed: 83)
    let found = BayesianSignedRank.probabilities(
      [0.84, 0.9, 0.4], [0.79, 0.85, 0.35], rope: 0.05, draws: 1000, using: &random)
    #expect(found.first == 0)
    #expect(found.rope == 1)
  }

  @Test func `a swap with the same seed swaps`() throws {
    let (x, y) = ([0.84, 0.79, 0.91, 0.7], [0.81, 0.8, 0.85, 0.71])
    var (one, other) = (SplitMix64(seed: 84), SplitMix64(seed: 84))
    let there = BayesianSignedRank.probabilities(x, y, rope: 0.01, draws: 500, using: &one)
    let back = BayesianSignedRank.probabilities(y, x, rope: 0.01, draws: 500, using: &other)
    #expect(there == back.swapped)
  }

  @Test func `the direction of the metric decides who is better`() throws {
    let rows = (1...9).map { [Double($0) + 1, Double($0)] }
    var random = SplitMix64(seed: 85)
    let higher = try BayesianSignedRank(blocks(rows), draws: 500, using: &random).pairs[0]
    let lower = try BayesianSignedRank(blocks(rows, better: .lower), draws: 500, using: &random)
    #expect(higher.probabilities.first == 1)
    #expect(lower.pairs[0].probabilities.second == 1)
  }

  @Test func `a pair among many, shared among cores, is judged as by itself`() throws {
    var random = SplitMix64(seed: 87)
    let rows = (0..<30).map { _ in (0..<6).map { _ in random.unit() } }
    let start = random
    let blocks = try blocks(rows)
    let all = try BayesianSignedRank(blocks, rope: 0.02, draws: 300, using: &random).pairs
    #expect(all.count == 15)
    for pair in all {
      var again = start
      let alone = BayesianSignedRank.probabilities(
        blocks.values(of: pair.first), blocks.values(of: pair.second), rope: 0.02, draws: 300,
        using: &again)
      #expect(pair.probabilities == alone)
    }
  }

  @Test func `thetas are points of a triangle, and the largest are counted`() {
    let (x, y) = ([0.84, 0.79, 0.91, 0.7], [0.81, 0.8, 0.85, 0.71])
    var (one, other) = (SplitMix64(seed: 86), SplitMix64(seed: 86))
    let thetas = BayesianSignedRank.thetas(x, y, rope: 0.01, draws: 300, using: &one)
    let found = BayesianSignedRank.probabilities(x, y, rope: 0.01, draws: 300, using: &other)
    #expect(thetas.count == 300)
    #expect(thetas.allSatisfy { agrees($0.first + $0.rope + $0.second, 1) })
    let first = thetas.count { $0.first > max($0.rope, $0.second) }
    #expect(Double(first) / 300 == found.first)
  }
}
