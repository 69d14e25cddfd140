import Tables

/// Friedman's test: whether treatments differ in rank over blocks, with ties corrected for.
///
/// With R_j the rank sums and r_ij the ranks, chi2 = (k-1) S / V for
/// S = sum (R_j - N(k+1)/2)^2 and V = sum (r_ij - (k+1)/2)^2. Without ties this is
/// Friedman's own formula.
///
/// **Shape**: N blocks, k treatments; rank 1 is the best.
///
/// **Edge cases**: two treatments are enough, and one block. All blocks constant is an error, since
/// V is 0. Where all blocks rank alike, F is infinite and its p 0.
///
/// **Source**: Conover, Practical nonparametric statistics, 3rd ed. (1999), 5.8; Iman and
/// Davenport, Approximations of the critical region of the Friedman statistic (1980).
/// - Complexity: O(N k log k).
package struct Friedman: Sendable {
  /// The F approximation, less conservative than chi-squared.
  package struct ImanDavenport: Sendable {
    package let f: Double
    /// Degrees of freedom, k - 1 and (k - 1)(N - 1).
    package let numerator, denominator: Int
    package let p: Double
  }

  package let blocks, treatments: Int
  /// The mean rank of each treatment.
  package let meanRanks: [Double]
  package let chiSquared: Double
  package let degreesOfFreedom: Int
  package let p: Double
  /// Kendall's coefficient of concordance, from 0 (no agreement) to 1 (all blocks rank alike).
  package let kendallW: Double
  /// Nil for a single block, which leaves no degrees of freedom.
  package let imanDavenport: ImanDavenport?

  package init(_ blocks: Blocks) throws(StatisticsError) {
    try blocks.require(blocks: 1, treatments: 2)
    let (n, k) = (blocks.names.count, blocks.treatments.count)
    let sums = RankSums(of: blocks)
    guard sums.within > 0 else { throw .allBlocksConstant(blocks: n) }

    self.blocks = n
    treatments = k
    meanRanks = sums.ranks.map { $0 / Double(n) }
    degreesOfFreedom = k - 1
    chiSquared = Double(k - 1) * sums.between / sums.within
    p = ChiSquared(degreesOfFreedom: Double(k - 1)).survival(chiSquared)
    kendallW = sums.between / (Double(n) * sums.within)
    imanDavenport = n > 1 ? ImanDavenport(sums, blocks: n, treatments: k) : nil
  }
}

extension Friedman.ImanDavenport {
  fileprivate init(_ sums: RankSums, blocks n: Int, treatments k: Int) {
    // (N-1) chi2 / (N(k-1) - chi2), with the fraction in chi2 cleared
    f = Double(n - 1) * sums.between / (Double(n) * sums.within - sums.between)
    numerator = k - 1
    denominator = (k - 1) * (n - 1)
    p = FDistribution(numerator: Double(numerator), denominator: Double(denominator)).survival(f)
  }
}

extension Friedman: Hypothesis {
  package static let name = "friedman"
  package static let title = "Friedman test with Iman and Davenport's F"
  package static let help = """
    Whether any framework differs from the others, by ranks within each dataset. Corrected for \
    ties. Uses the datasets that all frameworks finished. Says that a difference exists, not \
    where: nemenyi and holm say where.
    """
  package static let reference = """
    Friedman, The use of ranks to avoid the assumption of normality implicit in the analysis of \
    variance, JASA 32 (1937); Iman and Davenport, Communications in Statistics A9 (1980); Demsar, \
    Statistical comparisons of classifiers over multiple data sets, JMLR 7 (2006)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    let test = try Friedman(blocks)
    return Finding(table: test.table, sentence: test.sentence(alpha, on: blocks))
  }

  private var table: Table {
    let f = imanDavenport
    return Table(
      columns: [
        "blocks", "treatments", "statistic", "df", "p", "kendall_w", "iman_davenport", "f_df1",
        "f_df2", "f_p",
      ],
      rows: [
        [
          .integer(Int64(blocks)), .integer(Int64(treatments)), .real(chiSquared),
          .integer(Int64(degreesOfFreedom)), .real(p), .real(kendallW),
          f.map { .real($0.f) } ?? .null, f.map { .integer(Int64($0.numerator)) } ?? .null,
          f.map { .integer(Int64($0.denominator)) } ?? .null, f.map { .real($0.p) } ?? .null,
        ]
      ])
  }

  private func sentence(_ alpha: Double, on blocks: Blocks) -> String {
    omnibus(
      p, alpha,
      "Friedman chi2 = \(text(chiSquared, digits: 3)), df = \(degreesOfFreedom), \(text(p: p)) on "
        + blocks.datasets)
  }
}
