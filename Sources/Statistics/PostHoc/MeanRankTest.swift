/// The comparison of two mean ranks after Friedman's test: z = (R_b - R_a) / sqrt(k(k+1) / 6N).
///
/// p is of the normal distribution, or where it is to hold for all pairs at once of the studentized
/// range of k numbers (Nemenyi's test). Ties are not corrected for, as in the papers.
///
/// **Source**: Demsar, Statistical comparisons of classifiers over multiple data sets, JMLR 7
/// (2006), 3.2.2.
struct MeanRankTest: PairTest {
  private let ranks: [Double]
  private let error: Double
  private let range: StudentizedRange?

  init(_ blocks: Blocks, correcting: Bool) throws(StatisticsError) {
    try blocks.require(blocks: 1, treatments: 2)
    let (n, k) = (Double(blocks.names.count), blocks.treatments.count)
    ranks = RankSums(of: blocks).ranks.map { $0 / n }
    error = (Double(k * (k + 1)) / (6 * n)).squareRoot()
    range = correcting ? StudentizedRange(count: k) : nil
  }

  func compare(
    _ first: Int, _ second: Int, _ sums: SignedRankSums, _ paired: PairedBlocks
  ) -> (statistic: Double, p: Double) {
    let z = (ranks[second] - ranks[first]) / error
    guard let range else { return (z, 2 * Normal.survival(abs(z))) }
    let q = 2.0.squareRoot() * z
    return (q, range.survival(abs(q)))
  }
}
