import Tables

/// Nemenyi's test: which pairs of treatments differ in mean rank.
///
/// Two mean ranks differ when they lie further apart than the critical distance
/// q sqrt(k(k+1) / 6N), where q is the upper quantile of the studentized range of k numbers with
/// infinite degrees of freedom, over sqrt 2.
///
/// **Shape**: N blocks, k treatments; pairs (0, 1), (0, 2), ... (1, 2), ...
///
/// **Edge cases**: two treatments and one block are enough. Ties are not corrected for, as in the
/// paper; blocks that are all constant give p = 1.
///
/// **Source**: Nemenyi, Distribution-free multiple comparisons (1963); Demsar, Statistical
/// comparisons of classifiers over multiple data sets, JMLR 7 (2006), 3.2.2.
package struct Nemenyi: Sendable {
  package struct Pair: Sendable {
    /// Where the two treatments stand in the blocks.
    package let first, second: Int
    /// The mean rank of the first minus that of the second: negative where the first is better.
    package let difference: Double
    package let p: Double
  }

  package let alpha: Double
  package let criticalDistance: Double
  /// The mean rank of each treatment; 1 is the best.
  package let meanRanks: [Double]
  package let pairs: [Pair]
  /// Runs of two or more treatments, from the best, that lie within the critical distance of each
  /// other, none inside another: the bars of a critical-difference diagram.
  package let cliques: [[Int]]

  package init(_ blocks: Blocks, alpha: Double) throws(StatisticsError) {
    self.alpha = try level(alpha)
    try blocks.require(blocks: 1, treatments: 2)
    let (n, k) = (Double(blocks.names.count), blocks.treatments.count)
    let range = StudentizedRange(count: k)
    let ranks = RankSums(of: blocks).ranks.map { $0 / n }
    // The standard error of a mean rank, k(k+1) / 12N under its root: half the variance of a
    // difference, so that no sqrt 2 is needed between q and the studentized range.
    let error = (Double(k * (k + 1)) / (12 * n)).squareRoot()
    criticalDistance = range.quantile(upperTail: alpha) * error
    meanRanks = ranks
    pairs = (0..<k).flatMap { first in
      (first + 1..<max(k, first + 1)).map { second in
        let difference = ranks[first] - ranks[second]
        let p = range.survival(abs(difference) / error)
        return Pair(first: first, second: second, difference: difference, p: p)
      }
    }
    cliques = Statistics.cliques(of: ranks, within: criticalDistance)
  }
}

/// The longest runs, in the order of `ranks`, whose ends lie at most `distance` apart.
private func cliques(of ranks: [Double], within distance: Double) -> [[Int]] {
  let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
  var (cliques, end) = ([[Int]](), 0)
  for start in order.indices {
    var reach = max(end, start)
    while reach < order.count, ranks[order[reach]] - ranks[order[start]] <= distance { reach += 1 }
    if reach > end, reach - start > 1 { cliques.append(Array(order[start..<reach])) }
    end = reach
  }
  return cliques
}

extension Nemenyi: Hypothesis {
  package static let name = "nemenyi"
  package static let title = "Nemenyi test with critical distance"
  package static let help = """
    Which pairs of frameworks differ in mean rank by more than the critical distance, which holds \
    alpha over all pairs. The answer for a pair depends on the other frameworks too; holm does \
    not have that flaw.
    """
  package static let reference = """
    Nemenyi, Distribution-free multiple comparisons, PhD thesis, Princeton (1963); Demsar, \
    Statistical comparisons of classifiers over multiple data sets, JMLR 7 (2006)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let test = try Nemenyi(blocks, alpha: alpha)
    let differing = test.pairs.count { $0.p < alpha }
    return Finding(
      table: test.table(blocks.treatments),
      sentence: verdict(differing, of: test.pairs.count, at: alpha)
        + ": Nemenyi, "
        + "critical distance \(text(test.criticalDistance, digits: 3)) on \(blocks.datasets)")
  }

  private func table(_ treatments: [String]) -> Table {
    Table(
      columns: ["a", "b", "rank_a", "rank_b", "difference", "critical_distance", "p_adjusted"],
      rows: pairs.map { pair in
        [
          .text(treatments[pair.first]), .text(treatments[pair.second]),
          .real(meanRanks[pair.first]), .real(meanRanks[pair.second]), .real(pair.difference),
          .real(criticalDistance), .real(pair.p),
        ]
      })
  }
}
