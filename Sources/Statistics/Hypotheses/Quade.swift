import Tables

/// Quade's test: whether treatments differ in rank over blocks, blocks with a wide range of values
/// counting for more.
///
/// With Q_i the rank of block i's range among all ranges, r_ij the ranks and
/// S_ij = Q_i (r_ij - (k+1)/2), A = sum S_ij^2 and B = sum_j (sum_i S_ij)^2 / N:
/// F = (N-1) B / (A - B) with k - 1 and (k-1)(N-1) degrees of freedom. Ties within blocks and among
/// ranges share the mean of their ranks, and are those of the decimal numbers.
///
/// **Shape**: N blocks, from two up, and k treatments; rank 1 is the best.
///
/// **Edge cases**: where all blocks rank alike F is infinite and p 0. All blocks constant is an
/// error.
///
/// **Source**: Quade, Using weighted rankings in the analysis of complete blocks with additive
/// block effects, JASA 74 (1979); Conover, Practical nonparametric statistics, 3rd ed. (1999), 5.8.
/// R's `quade.test` agrees where doubles have the ties of their decimals.
/// - Complexity: O(N k log k + N log N).
package struct Quade: Sendable {
  package let f: Double
  /// Degrees of freedom.
  package let numerator, denominator: Int
  package let p: Double

  package init(_ blocks: Blocks) throws(StatisticsError) {
    try blocks.require(blocks: 2, treatments: 2)
    let (n, k) = (blocks.names.count, blocks.treatments.count)
    let sums = QuadeSums(of: blocks)
    guard sums.all > 0 else { throw .allBlocksConstant(blocks: n) }
    (numerator, denominator) = (k - 1, (k - 1) * (n - 1))
    f = Double(n - 1) * sums.between / max(0, sums.all - sums.between)
    p = FDistribution(numerator: Double(numerator), denominator: Double(denominator)).survival(f)
  }
}

extension Quade: Hypothesis {
  package static let name = "quade"
  package static let title = "Quade test"
  package static let help = """
    Whether any framework differs from the others, by ranks within each dataset, where datasets on \
    which scores lie far apart count for more. More powerful than friedman for few frameworks, but \
    scores must be in one unit on all datasets. quade-pairs says which differ.
    """
  package static let reference = """
    Quade, Using weighted rankings in the analysis of complete blocks with additive block effects, \
    JASA 74 (1979)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    let test = try Quade(blocks)
    let numbers = "Quade F = \(text(test.f, digits: 3)), \(text(p: test.p)) on \(blocks.datasets)"
    return Finding(table: test.table, sentence: omnibus(test.p, alpha, numbers))
  }

  private var table: Table {
    Table(
      columns: ["statistic", "df1", "df2", "p"],
      rows: [
        [.number(f), .integer(Int64(numerator)), .integer(Int64(denominator)), .number(p)]
      ])
  }
}
