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

  @Test func `the verdict says who is better, by how much and how surely`() {
    let found = compare(Self.x, Self.y)
    let words = found.verdict(alpha: 0.05, in: "auc")
    #expect(
      words
        == "tpot is better than h2o in auc by 0.04 (96.1 % interval 0.005 to 0.065): 7 wins, 1 tie, "
        + "1 loss on 9 datasets, Wilcoxon signed-rank p = 0.016")
    let other = compare(Self.x, Self.y, .lower).verdict(alpha: 0.05, in: "mse")
    #expect(other.hasPrefix("h2o is better than tpot in mse by 0.04 (96.1 % interval 0.005 to"))
    let none = found.verdict(alpha: 0.001, in: "auc")
    #expect(none.hasPrefix("no difference between tpot and h2o in auc is shown: 7 wins"))
  }

  @Test func `every judge decides by its own`() {
    let found = compare(Self.x, Self.y)
    #expect(
      Judge.allCases.map { found.decision(alpha: 0.05, by: $0) } == [
        .first, .open, .first, .first, .open,
      ])
    let roped = compare(Self.x, Self.y, rope: 0.2)
    #expect(roped.decision(alpha: 0.05, by: .bayes) == .equal)
    let words = roped.verdict(alpha: 0.05, by: .bayes, in: "auc")
    #expect(words.hasPrefix("tpot and h2o are practically equal in auc, within 0.2: 7 wins"))
    #expect(words.hasSuffix("Bayesian signed-rank probabilities 0 better, 1 equal, 0 worse"))
    let turned = compare(Self.y, Self.x).verdict(alpha: 0.05, by: .t, in: "auc")
    #expect(turned.hasPrefix("h2o is better than tpot in auc by 0.0367 (95 % interval 0.0118 to"))
    let same = compare([2, 3], [1, 2]).verdict(alpha: 0.05, by: .t, in: "auc")
    #expect(same.contains("the t test undefined where all differences are the same"))
  }

  @Test func `assumptions are told`() {
    let words = compare(Self.x, Self.y).assumptions(alpha: 0.05)
    #expect(words[0] == "the signed-rank p is exact, given 3 tied differences and 1 zero")
    #expect(words[1].hasPrefix("nothing speaks against normal differences"))
    let few = compare([1, 2], [2, 1]).assumptions(alpha: 0.05)
    #expect(few[1].hasSuffix("cannot be tested"))
    #expect(few[2].hasSuffix("the least p of 2 datasets that differ is 0.5"))
  }

  @Test func `the table has a row per number`() throws {
    let table = compare(Self.x, Self.y, rope: 0.01).table()
    #expect(table.columns == ["measure", "value", "low", "high", "p"])
    #expect(table.rows.count == 13)
    let none = compare([], [])
    #expect(none.table().rows.count == 13)
    #expect(none.signedRank.p == 1)
    #expect(none.shift == nil)
  }
}
