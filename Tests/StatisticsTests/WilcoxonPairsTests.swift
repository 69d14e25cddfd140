import Testing

@testable import Statistics

struct WilcoxonPairsTests {
  @Test func `each pair is tested as by itself`() throws {
    let blocks = try Fixture.blocks(of: "garcia-herrera-2008")
    let pairs = try WilcoxonPairs(blocks).pairs
    #expect(pairs.map { [$0.first, $0.second] }.count == 10)
    for pair in pairs {
      let alone = Wilcoxon(blocks.values(of: pair.first), blocks.values(of: pair.second))
      #expect(pair.test.p == alone.p)
      #expect(pair.test.effect == alone.effect)
    }
  }

  @Test func `many pairs, shared among cores, are tested as each by itself`() throws {
    // Every other treatment is without ties, so that some pairs share a distribution.
    var random = SplitMix64(seed: 141)
    let rows = (0..<60).map { _ in
      (0..<20).map { Double(random.index(below: $0 % 2 == 0 ? 1_000_000_000 : 50)) }
    }
    let blocks = try blocks(rows)
    for pair in try WilcoxonPairs(blocks).pairs {
      let alone = Wilcoxon(blocks.values(of: pair.first), blocks.values(of: pair.second))
      #expect(pair.test.p == alone.p)
      #expect(pair.test.statistic == alone.statistic)
    }
  }

  @Test func `a positive effect is a better first, whatever the direction`() throws {
    let rows = [[0.1, 0.2], [0.1, 0.3], [0.1, 0.05]]
    let higher = try WilcoxonPairs(blocks(rows)).pairs[0].test
    let lower = try WilcoxonPairs(blocks(rows, better: .lower)).pairs[0].test
    #expect(higher.larger == 1)
    #expect(lower.larger == 2)
    #expect(lower.effect == -higher.effect)
  }

  @Test func `one treatment has no pairs to test`() {
    #expect(throws: StatisticsError.tooFewTreatments(1, needed: 2)) {
      try WilcoxonPairs(blocks([[1], [2]]))
    }
  }
}
