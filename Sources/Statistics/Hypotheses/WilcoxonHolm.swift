import Tables

/// Wilcoxon's signed-rank test of every pair, with Holm's adjustment over all of them.
///
/// **Source**: recommended for all-pairs comparison by Benavoli, Corani and Mangili, Should we
/// really use post-hoc tests based on mean-ranks?, JMLR 17 (2016): unlike Nemenyi's, the answer for
/// a pair depends on that pair's values alone, but for the number of pairs.
package struct WilcoxonHolm: Sendable {
  package let pairs: [WilcoxonPairs.Pair]
  /// Holm-adjusted p values, one per pair.
  package let adjusted: [Double]
  /// The mean rank of each treatment; 1 is the best.
  package let meanRanks: [Double]

  package init(_ blocks: Blocks, zeros rule: ZeroRule = .pratt) throws(StatisticsError) {
    pairs = try WilcoxonPairs(blocks, zeros: rule).pairs
    adjusted = holm(pairs.map(\.test.p))
    meanRanks = RankSums(of: blocks).ranks.map { $0 / Double(blocks.names.count) }
  }

  /// The largest sets of two or more treatments of which no two differ at `alpha`, each from the
  /// best rank to the worst: the bars of a critical-difference diagram.
  ///
  /// A difference need not follow the order of ranks, so a set may have gaps in it.
  package func cliques(alpha: Double) -> [[Int]] {
    let order = meanRanks.indices.sorted { (meanRanks[$0], $0) < (meanRanks[$1], $1) }
    let differing = Set(
      zip(pairs, adjusted).filter { $1 < alpha }.map { [$0.0.first, $0.0.second] })
    let cliques = maximalCliques(of: order.count) { one, other in
      let pair = [order[one], order[other]]
      return !differing.contains(pair) && !differing.contains(pair.reversed())
    }
    return cliques.map { $0.map { order[$0] } }
  }
}

extension WilcoxonHolm: Hypothesis {
  package static let name = "holm"
  package static let title = "Wilcoxon signed-rank tests of all pairs, adjusted by Holm"
  package static let help = """
    Which pairs of frameworks differ: the p values of wilcoxon, exact and with Pratt's zeros, \
    adjusted over all pairs by Holm's step-down procedure, so that alpha is the chance of any \
    false difference at all.
    """
  package static let reference = """
    Holm, A simple sequentially rejective multiple test procedure, Scandinavian Journal of \
    Statistics 6 (1979); Benavoli, Corani and Mangili, Should we really use post-hoc tests based \
    on mean-ranks?, JMLR 17 (2016)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    let result = try WilcoxonHolm(blocks)
    let differing = result.adjusted.count { $0 < alpha }
    return Finding(
      table: result.table(blocks.treatments),
      sentence: verdict(differing, of: result.pairs.count, at: alpha)
        + ": "
        + "Wilcoxon signed-rank, Pratt zeros, adjusted by Holm, on \(blocks.datasets)")
  }

  private func table(_ treatments: [String]) -> Table {
    Table(
      columns: ["a", "b", "statistic", "p", "p_adjusted", "effect", "wins", "ties", "losses"],
      rows: zip(pairs, adjusted).map { pair, adjusted in
        let test = pair.test
        return [
          .text(treatments[pair.first]), .text(treatments[pair.second]), .real(test.statistic),
          .real(test.p), .real(adjusted), .real(test.effect), .integer(Int64(test.larger)),
          .integer(Int64(test.zeros)), .integer(Int64(test.smaller)),
        ]
      })
  }
}
