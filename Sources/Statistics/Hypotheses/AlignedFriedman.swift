import Tables

/// Friedman's test with aligned ranks: values less the mean of their block, ranked all together.
///
/// With R_j the sums of ranks of the k treatments and R_i those of the N blocks,
/// T = (k-1) (sum R_j^2 - k N^2 (kN+1)^2 / 4) / (kN (kN+1) (2kN+1) / 6 - sum R_i^2 / k), chi-squared
/// with k - 1 degrees of freedom.
///
/// **Shape**: rank 1 is the best of all kN. Aligned values, and so their ties, are those of the
/// decimal numbers. Ties are not corrected for, as in the paper.
///
/// **Edge cases**: where all values are equal T is 0, p 1.
///
/// **Source**: Hodges and Lehmann, Rank methods for combination of independent experiments in
/// analysis of variance, Annals of Mathematical Statistics 33 (1962); Garcia, Fernandez, Luengo and
/// Herrera, Advanced nonparametric tests for multiple comparisons, Information Sciences 180 (2010).
/// scmamp's `friedmanAlignedRanksTest` agrees where doubles have the ties of their decimals.
/// - Complexity: O(N k log(N k)).
package struct AlignedFriedman: Sendable {
  package let statistic: Double
  package let degreesOfFreedom: Int
  package let p: Double
  /// The mean aligned rank of each treatment.
  package let meanRanks: [Double]

  package init(_ blocks: Blocks) throws(StatisticsError) {
    try blocks.require(blocks: 1, treatments: 2)
    let (n, k) = (Double(blocks.names.count), Double(blocks.treatments.count))
    let width = blocks.treatments.count
    let aligned = ranks(of: Self.align(blocks))
    // About the mean rank (kN+1)/2, where the sums of the formula lose no digits.
    let middle = (k * n + 1) / 2
    var ofTreatments = [Double](repeating: 0, count: width)
    var ofBlocks = [Double](repeating: 0, count: blocks.names.count)
    for (place, rank) in aligned.enumerated() {
      ofTreatments[place % width] += rank - middle
      ofBlocks[place / width] += rank - middle
    }
    let between = ofTreatments.reduce(0) { $0 + $1 * $1 }
    let count = k * n
    let all = count * (count * count - 1) / 12
    let rest = all - ofBlocks.reduce(0) { $0 + $1 * $1 } / k
    statistic = between > 0 ? (k - 1) * between / rest : 0
    degreesOfFreedom = width - 1
    p = ChiSquared(degreesOfFreedom: k - 1).survival(statistic)
    meanRanks = ofTreatments.map { middle + $0 / n }
  }

  /// k times each value less the mean of its block, ascending from the best, row by row.
  private static func align(_ blocks: Blocks) -> [Int128] {
    let width = blocks.treatments.count
    let sign: Int128 = blocks.better == .higher ? -1 : 1
    let multiples = DecimalMultiples(of: blocks.rows.flatMap(\.self)).multiples
    // Products near the limit would overflow: they lose three digits, which are their last.
    let limit = Int128.max / Int128(4 * width)
    let spare: Int128 = multiples.contains { abs($0) > limit } ? 1 << 10 : 1
    return stride(from: 0, to: multiples.count, by: width).flatMap { start in
      let row = multiples[start..<start + width].map { $0 / spare }
      let sum = row.reduce(0, +)
      return row.map { sign * (Int128(width) * $0 - sum) }
    }
  }
}

extension AlignedFriedman: Hypothesis {
  package static let name = "aligned"
  package static let title = "Friedman test with aligned ranks"
  package static let help = """
    Whether any framework differs from the others, by ranks over all datasets of scores less their \
    dataset's mean. More powerful than friedman for few frameworks; scores must be in one unit on \
    all datasets.
    """
  package static let reference = """
    Hodges and Lehmann, Rank methods for combination of independent experiments in analysis of \
    variance, Annals of Mathematical Statistics 33 (1962); Garcia et al., Information Sciences 180 \
    (2010)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    let test = try AlignedFriedman(blocks)
    let numbers =
      "aligned Friedman chi2 = \(text(test.statistic, digits: 3)), df = \(test.degreesOfFreedom), "
      + "\(text(p: test.p)) on \(blocks.datasets)"
    return Finding(
      table: Table(
        columns: ["statistic", "df", "p"],
        rows: [
          [.number(test.statistic), .integer(Int64(test.degreesOfFreedom)), .number(test.p)]
        ]), sentence: omnibus(test.p, alpha, numbers))
  }
}
