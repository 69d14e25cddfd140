/// Conover's comparison of two treatments after Friedman's test.
///
/// t = (R_b - R_a) / sqrt(2 (N V - S) / ((N-1)(k-1))) with (N-1)(k-1) degrees of freedom, for R the
/// rank sums, V the squared deviations of all ranks from their mean and S those of the rank sums:
/// ties are corrected for.
///
/// **Shape**: N blocks, from two up, and k treatments.
///
/// **Edge cases**: where all blocks rank alike, different rank sums have p = 0, equal ones 1. All
/// blocks constant is an error.
///
/// **Source**: Conover and Iman, On multiple-comparisons procedures, Los Alamos LA-7677-MS (1979);
/// Conover, Practical nonparametric statistics, 3rd ed. (1999), 5.8. scikit-posthocs' agrees but
/// does not know ties of decimals.
package struct Conover: PairTest {
  private let ranks: [Double]
  private let error: Double
  private let degreesOfFreedom: Int

  init(_ blocks: Blocks) throws(StatisticsError) {
    try blocks.require(blocks: 2, treatments: 2)
    let (n, k) = (blocks.names.count, blocks.treatments.count)
    let sums = RankSums(of: blocks)
    guard sums.within > 0 else { throw .allBlocksConstant(blocks: n) }
    ranks = sums.ranks
    degreesOfFreedom = (n - 1) * (k - 1)
    let rest = Double(n) * sums.within - sums.between
    error = (2 * rest / Double(degreesOfFreedom)).squareRoot()
  }

  func compare(
    _ first: Int, _ second: Int, _ sums: SignedRankSums, _ paired: PairedBlocks
  ) -> (statistic: Double, p: Double) {
    StudentT(degreesOfFreedom: Double(degreesOfFreedom))
      .test(ranks[second] - ranks[first], error: error)
  }
}

extension StudentT {
  /// t and its two-sided p for a difference; no difference is no evidence, whatever the error.
  func test(_ difference: Double, error: Double) -> (statistic: Double, p: Double) {
    guard difference != 0 else { return (0, 1) }
    let t = difference / error
    return (t, twoSided(t))
  }
}

extension Conover: Hypothesis {
  package static let name = "conover"
  package static let title = "Conover's test of all pairs, adjusted by Holm"
  package static let help = """
    Which pairs of frameworks differ in rank, after friedman has shown that any do: Conover's t, \
    more powerful than nemenyi, adjusted over all pairs by Holm. The answer for a pair depends on \
    the other frameworks too; holm does not have that flaw.
    """
  package static let reference = """
    Conover and Iman, On multiple-comparisons procedures, Los Alamos Scientific Laboratory \
    LA-7677-MS (1979); Conover, Practical nonparametric statistics, 3rd ed. (1999)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    return try PostHoc(blocks, .conover, .holm).finding(on: blocks, alpha: alpha)
  }
}
