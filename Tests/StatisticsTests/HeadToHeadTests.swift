import Statistics
import Tables
import Testing

struct HeadToHeadTests {
  private func compare(
    _ x: [Double], _ y: [Double], _ better: Direction = .higher, rope: Double = 0
  ) -> HeadToHead {
    var random = SplitMix64(seed: 121)
    return HeadToHead(("tpot", x), ("h2o", y), better: better, rope: rope, using: &random)
  }

  static let x = [0.84, 0.79, 0.91, 0.7, 0.88, 0.9, 0.65, 0.77, 0.8]
  static let y = [0.81, 0.76, 0.85, 0.7, 0.85, 0.92, 0.6, 0.7, 0.72]

  @Test func `numbers are those of their own types`() throws {
    let found = compare(Self.x, Self.y)
    #expect(found.signedRank.p == Wilcoxon(Self.x, Self.y).p)
    #expect(found.sign.p() == SignTest(Self.x, Self.y).p())
    #expect(found.t.p == PairedT(Self.x, Self.y).p)
    #expect(found.shift?.shift == HodgesLehmann(Self.x, Self.y)?.shift)
    #expect(found.a12 == a12(Self.x, Self.y))
    #expect(found.pairs == 9)
  }

  @Test func `the verdict says who wins, and how often`() {
    let found = compare(Self.x, Self.y)
    let words = found.verdict(alpha: 0.05)
    #expect(
      words
        == "tpot is better than h2o: 7 wins, 1 tie, 1 loss on 9 datasets, Wilcoxon signed-rank "
        + "p = 0.016")
    let other = compare(Self.x, Self.y, .lower).verdict(alpha: 0.05)
    #expect(other.hasPrefix("h2o is better than tpot: 7 wins, 1 tie, 1 loss"))
    let none = found.verdict(alpha: 0.001)
    #expect(none.hasPrefix("no difference between tpot and h2o is shown: 7 wins"))
  }

  @Test func `assumptions are told`() {
    let words = compare(Self.x, Self.y).assumptions(alpha: 0.05)
    #expect(words[0] == "The signed-rank p is exact, given 3 tied differences and 1 zero")
    #expect(words[1].hasPrefix("Nothing speaks against normal differences"))
    let few = compare([1, 2], [2, 1]).assumptions(alpha: 0.05)
    #expect(few[1].hasSuffix("cannot be tested"))
  }

  @Test func `the table has a row per number`() throws {
    let table = compare(Self.x, Self.y, rope: 0.01).table()
    #expect(table.columns == ["measure", "value", "low", "high", "p"])
    #expect(table.rows.count == 12)
    let none = compare([], [])
    #expect(none.table().rows.count == 12)
    #expect(none.signedRank.p == 1)
    #expect(none.shift == nil)
  }
}
