/// The comparison of two treatments after Quade's test.
///
/// t = (S_b - S_a) / sqrt(2 N (A - B) / ((N-1)(k-1))) with (N-1)(k-1) degrees of freedom, in the
/// terms of ``Quade``.
///
/// **Edge cases**: where all blocks rank alike, different sums have p = 0, equal ones 1. All blocks
/// constant is an error.
///
/// **Source**: Conover, Practical nonparametric statistics, 3rd ed. (1999), 5.8; scikit-posthocs'
/// `posthoc_quade`, its t distribution.
package struct QuadePairs: PairTest {
  private let sums: [Double]
  private let error: Double
  private let degreesOfFreedom: Int

  init(_ blocks: Blocks) throws(StatisticsError) {
    try blocks.require(blocks: 2, treatments: 2)
    let (n, k) = (blocks.names.count, blocks.treatments.count)
    let quade = QuadeSums(of: blocks)
    guard quade.all > 0 else { throw .allBlocksConstant(blocks: n) }
    sums = quade.sums
    degreesOfFreedom = (n - 1) * (k - 1)
    let rest = max(0, quade.all - quade.between)
    error = (2 * Double(n) * rest / Double(degreesOfFreedom)).squareRoot()
  }

  func compare(
    _ first: Int, _ second: Int, _ signed: SignedRankSums, _ paired: PairedBlocks
  ) -> (statistic: Double, p: Double) {
    StudentT(degreesOfFreedom: Double(degreesOfFreedom))
      .test(sums[second] - sums[first], error: error)
  }
}

extension QuadePairs: Hypothesis {
  package static let name = "quade-pairs"
  package static let title = "Quade's comparison of all pairs, adjusted by Holm"
  package static let help = """
    Which pairs of frameworks differ, after quade has shown that any do, adjusted over all pairs \
    by Holm. Scores must be in one unit on all datasets.
    """
  package static let reference = """
    Quade, JASA 74 (1979); Conover, Practical nonparametric statistics, 3rd ed. (1999)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    return try PostHoc(blocks, .quade, .holm).finding(on: blocks, alpha: alpha)
  }
}
