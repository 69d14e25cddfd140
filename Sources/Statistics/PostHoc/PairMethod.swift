/// How a post-hoc test compares two treatments.
package enum PairMethod: String, Sendable, CaseIterable {
  /// Mean ranks by the studentized range, which corrects for all pairs by itself.
  case nemenyi
  /// Mean ranks by the normal distribution.
  case ranks
  /// Rank sums by Conover's t after Friedman's test.
  case conover
  /// Weighted rank sums by t after Quade's test.
  case quade
  /// Wilcoxon's signed ranks with Pratt's zeros.
  case wilcoxon
  /// Wins and losses.
  case sign
  /// The paired t test.
  case t
}

extension PairMethod {
  /// The name in print.
  package var title: String {
    switch self {
    case .nemenyi: "Nemenyi"
    case .ranks: "mean ranks"
    case .conover: "Conover"
    case .quade: "Quade"
    case .wilcoxon: "Wilcoxon signed-rank, Pratt zeros"
    case .sign: "sign test"
    case .t: "paired t test"
    }
  }

  /// What a statistic is.
  package var statistic: String {
    switch self {
    case .nemenyi: "the distance of mean ranks in their standard errors, positive for the better"
    case .ranks: "the difference of mean ranks in its standard errors, positive for the better"
    case .conover, .quade, .t: "t, positive where the first is better"
    case .wilcoxon: "the smaller sum of signed ranks"
    case .sign: "the wins of the first"
    }
  }

  /// Whether the other treatments have no say in the answer for a pair, but for their number.
  package var judgesPairsAlone: Bool {
    switch self {
    case .wilcoxon, .sign, .t: true
    case .nemenyi, .ranks, .conover, .quade: false
    }
  }

  /// The test of single pairs of `blocks`.
  func test(on blocks: Blocks) throws(StatisticsError) -> any PairTest {
    switch self {
    case .nemenyi: try MeanRankTest(blocks, correcting: true)
    case .ranks: try MeanRankTest(blocks, correcting: false)
    case .conover: try Conover(blocks)
    case .quade: try QuadePairs(blocks)
    case .wilcoxon: WilcoxonTest()
    case .sign: SignPairTest()
    case .t: PairedTTest()
    }
  }
}

/// A test that takes pairs of treatments, each by itself.
protocol PairTest: Sendable {
  /// Statistic and p of two treatments; `sums` is of their differences, with Pratt's zeros, and
  /// `paired` has these.
  func compare(
    _ first: Int, _ second: Int, _ sums: SignedRankSums, _ paired: PairedBlocks
  ) -> (statistic: Double, p: Double)
}

private struct WilcoxonTest: PairTest {
  let flips = SharedFlips()

  func compare(
    _ first: Int, _ second: Int, _ sums: SignedRankSums, _ paired: PairedBlocks
  ) -> (statistic: Double, p: Double) {
    let test = Wilcoxon(sums, sharing: flips)
    return (test.statistic, test.p)
  }
}

private struct SignPairTest: PairTest {
  func compare(
    _ first: Int, _ second: Int, _ sums: SignedRankSums, _ paired: PairedBlocks
  ) -> (statistic: Double, p: Double) {
    let test = SignTest(wins: sums.larger, losses: sums.smaller, ties: sums.zeros)
    return (Double(test.wins), test.p())
  }
}

private struct PairedTTest: PairTest {
  func compare(
    _ first: Int, _ second: Int, _ sums: SignedRankSums, _ paired: PairedBlocks
  ) -> (statistic: Double, p: Double) {
    let test = PairedT(paired.differences(first, second))
    return (test.t, test.p)
  }
}
