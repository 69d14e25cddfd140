import Statistics
import Testing

/// p values are uniform where nothing differs, and tests take many blocks.
struct NullLawTests {
  /// Of 300 tests at 10 %: 30 with a standard deviation of 5.2.
  private let range = 12...49

  private func share(_ p: (inout SplitMix64) throws -> Double) rethrows -> Int {
    var random = SplitMix64(seed: 111)
    return try (0..<300).count { _ in try p(&random) < 0.1 }
  }

  private func normal(_ blocks: Int, _ treatments: Int, _ random: inout SplitMix64) -> [[Double]] {
    (0..<blocks).map { _ in
      (0..<treatments).map { _ in
        Normal.quantile(upperTail: Double.random(in: 1e-12..<1, using: &random))
      }
    }
  }

  @Test func `of all treatments at once`() throws {
    #expect(try range.contains(share { try Quade(blocks(normal(15, 4, &$0))).p }))
    #expect(try range.contains(share { try AlignedFriedman(blocks(normal(15, 4, &$0))).p }))
    #expect(try range.contains(share { try RepeatedMeasures(blocks(normal(15, 4, &$0))).p }))
    #expect(
      try range.contains(
        share { random in
          let rows = normal(20, 4, &random).enumerated().map { place, row in
            row.enumerated().map { $0 == place % 5 ? .nan : $1 }
          }
          return try SkillingsMack(blocks(rows)).p
        }))
  }

  @Test func `of pairs`() throws {
    for method in [PairMethod.conover, .quade, .t] {
      let count = try share {
        try PostHoc(blocks(normal(15, 4, &$0)), method, .none).comparisons[2].p
      }
      #expect(range.contains(count), "\(method) \(count)")
    }
    let drawn = share { random in
      let values = (0..<12).map { _ in Double.random(in: -1..<1, using: &random) }
      return PermutationTest(values, values.map { _ in 0 }, using: &random).p
    }
    #expect(range.contains(drawn))
  }

  @Test func `ten thousand blocks`() throws {
    var random = SplitMix64(seed: 112)
    let data = try blocks(
      (0..<10_000).map { _ in
        (0..<3).map { _ in Double(Int.random(in: 0..<1000, using: &random)) / 1000 }
      })
    for p in [
      try Quade(data).p, try AlignedFriedman(data).p, try SkillingsMack(data).p,
      try RepeatedMeasures(data).p, try Friedman(data).p,
    ] {
      #expect(p > 1e-6 && p <= 1)
    }
    for method in PairMethod.allCases {
      let p = try PostHoc(data, method, .none).comparisons.map(\.p)
      #expect(p.allSatisfy { $0 > 1e-6 && $0 <= 1 }, "\(method)")
    }
  }

  @Test func `a hundred thousand pairs`() {
    var random = SplitMix64(seed: 113)
    let x = (0..<100_000).map { _ in Double(Int.random(in: 0..<1000, using: &random)) / 1000 }
    let y = (0..<100_000).map { _ in Double(Int.random(in: 0..<1000, using: &random)) / 1000 }
    for p in [Wilcoxon(x, y).p, PairedT(x, y).p, SignTest(x, y).p()] {
      #expect(p > 1e-6 && p <= 1)
    }
    #expect(Wilcoxon(x, x).p == 1)
    #expect(Wilcoxon(x.map { $0 + 1 }, y).p == 0)
  }
}
