import Statistics
import Testing

struct PostHocTests {
  @Test(arguments: [PairMethod.conover, .quade])
  func `t of rank sums agrees with arbitrary precision`(_ method: PairMethod) throws {
    // scikit-posthocs 0.17.1 agrees to 2e-14: posthoc_conover_friedman, posthoc_quade(dist="t")
    for line in try Fixture("posthoc.csv").lines where line["method"] == method.rawValue {
      let blocks = try Fixture.blocks(of: line["case"] ?? "")
      let comparisons = try PostHoc(blocks, method, .none).comparisons
      let (t, p) = (numbers(line["t"]), numbers(line["p"]))
      #expect(comparisons.count == t.count)
      #expect(zip(comparisons, t).allSatisfy { agrees($0.statistic, $1) }, "\(line)")
      #expect(zip(comparisons, p).allSatisfy { agrees($0.p, $1) }, "\(line)")
      #expect(comparisons.allSatisfy { $0.p == $0.adjusted })
    }
  }

  @Test func `mean ranks agree with arbitrary precision, all pairs and against the best`() throws {
    for line in try Fixture("control.csv").lines {
      let blocks = try Fixture.blocks(of: line["case"] ?? "")
      let pairs = try PostHoc(blocks, .ranks, .none).comparisons
      #expect(zip(pairs, numbers(line["pairs_p"])).allSatisfy { agrees($0.p, $1) }, "\(line)")
      for (adjustment, name) in [(Adjustment.bonferroni, "bonferroni"), (.holm, "holm")] {
        let facing = try PostHoc(blocks, .ranks, adjustment, control: line["control"])
        let expected = numbers(line[name])
        #expect(zip(facing.comparisons, numbers(line["p"])).allSatisfy { agrees($0.p, $1) })
        #expect(zip(facing.comparisons, expected).allSatisfy { agrees($0.adjusted, $1) })
        #expect(facing.comparisons.count == blocks.treatments.count - 1)
      }
    }
  }

  @Test func `Nemenyi's and Wilcoxon's are those of their own types`() throws {
    let blocks = try Fixture.blocks(of: "amlb19-small-8c1h")
    let nemenyi = try PostHoc(blocks, .nemenyi, .holm)
    #expect(nemenyi.adjustment == .none)
    let single = try Nemenyi(blocks, alpha: 0.05).pairs.map(\.p)
    #expect(zip(nemenyi.comparisons, single).allSatisfy { agrees($0.adjusted, $1) })
    let holm = try WilcoxonHolm(blocks)
    let wilcoxon = try PostHoc(blocks, .wilcoxon, .holm)
    #expect(wilcoxon.comparisons.map(\.adjusted) == holm.adjusted)
    #expect(wilcoxon.comparisons.map(\.effect) == holm.pairs.map(\.test.effect))
    #expect(wilcoxon.comparisons.map(\.wins) == holm.pairs.map(\.test.larger))
  }

  @Test(arguments: PairMethod.allCases)
  func `the direction turns statistics and effects around, and keeps p`(
    _ method: PairMethod
  ) throws {
    var random = SplitMix64(seed: 21)
    let rows = (0..<9).map { _ in
      (0..<4).map { _ in Double(Int.random(in: 0..<20, using: &random)) / 20 }
    }
    let higher = try PostHoc(blocks(rows), method).comparisons
    let lower = try PostHoc(blocks(rows, better: .lower), method).comparisons
    for (one, other) in zip(higher, lower) {
      #expect(agrees(one.p, other.p))
      #expect(one.effect == -other.effect)
      #expect((one.wins, one.losses) == (other.losses, other.wins))
      if method != .wilcoxon, method != .sign {
        #expect(agrees(one.statistic, -other.statistic))
      }
    }
  }

  @Test(arguments: PairMethod.allCases)
  func `the order of treatments does not matter`(_ method: PairMethod) throws {
    let blocks = try Fixture.blocks(of: "edge-o204")
    let all = try PostHoc(blocks, method, .none)
    let facing = try PostHoc(blocks, method, .none, control: blocks.treatments[3])
    for one in facing.comparisons {
      let other = try #require(all.comparisons.first { ($0.first, $0.second) == (one.second, 3) })
      #expect(agrees(one.p, other.p))
      #expect(one.effect == -other.effect)
    }
  }

  @Test func `blocks that all rank alike leave no doubt`() throws {
    let rows = [[1.0, 2, 3, 3], [4, 5, 6, 6], [1, 5, 9, 9]]
    let test = try PostHoc(blocks(rows), .conover, .none).comparisons
    #expect(test.map(\.p) == [0, 0, 0, 0, 0, 1])
  }

  @Test(arguments: [PairMethod.wilcoxon, .sign, .t])
  func `incomplete blocks count for the pairs that they have`(_ method: PairMethod) throws {
    for name in ["edge-o10", "edge-o11", "skillings-mack-1981"] {
      let blocks = try Fixture.blocks(of: name)
      let all = try PostHoc(blocks, method, .none, keepingIncomplete: true)
      for one in all.comparisons {
        let names = [blocks.treatments[one.first], blocks.treatments[one.second]]
        let pair = try Fixture.blocks(of: name, treatments: Set(names))
        let alone = try #require(PostHoc(pair, method, .none).comparisons.first)
        #expect(one.p == alone.p || one.p.isNaN && alone.p.isNaN)
        #expect((one.wins, one.ties, one.losses) == (alone.wins, alone.ties, alone.losses))
      }
      let ranks = try PostHoc(blocks, .ranks, .none, keepingIncomplete: true).comparisons
      #expect(ranks.map(\.p) == (try PostHoc(blocks, .ranks, .none).comparisons.map(\.p)))
    }
  }

  @Test func `without a complete block pairs still have theirs`() throws {
    let rows: [[Double]] = [[1, 2, .nan], [1, 3, .nan], [.nan, 1, 2]]
    let test = try PostHoc(blocks(rows), .sign, keepingIncomplete: true)
    #expect(test.comparisons.map(\.losses) == [2, 0, 1])
    #expect(test.meanRanks.count { $0.isNaN } == 3)
  }

  @Test func `an unknown control and an adjustment without logic are errors`() throws {
    let blocks = try Fixture.blocks(of: "edge-o01")
    #expect(throws: StatisticsError.unknownTreatment("f9", among: ["f01", "f02", "f03"])) {
      try PostHoc(blocks, .ranks, control: "f9")
    }
    #expect(throws: StatisticsError.needsAllPairs("shaffer")) {
      try PostHoc(blocks, .wilcoxon, .shaffer, control: "f01")
    }
  }
}
