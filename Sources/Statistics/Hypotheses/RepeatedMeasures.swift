import Tables

/// The analysis of variance with repeated measures: whether treatments differ in mean, each
/// measured on every block.
///
/// F is the mean square of treatments over that of what neither treatments nor blocks explain, with
/// k - 1 and (k-1)(N-1) degrees of freedom, both times an epsilon where the variances of
/// differences are unequal.
///
/// **Shape**: N blocks and k treatments, two of each at least.
///
/// **Edge cases**: where treatments explain everything F is infinite and p 0; all blocks constant
/// is an error.
///
/// **Source**: Winer, Statistical principles in experimental design, 2nd ed. (1971), 4; corrections
/// as in ``Sphericity``. R's `aov` with an error term for blocks agrees.
/// - Complexity: O(N k^2 + k^3).
package struct RepeatedMeasures: Sendable {
  package let f: Double
  /// Degrees of freedom.
  package let numerator, denominator: Int
  package let p: Double
  package let sphericity: Sphericity
  /// p with degrees of freedom times Greenhouse and Geisser's epsilon, and Huynh and Feldt's.
  package let greenhouseGeisserP, huynhFeldtP: Double

  package init(_ blocks: Blocks) throws(StatisticsError) {
    try blocks.require(blocks: 2, treatments: 2)
    let (n, k) = (blocks.names.count, blocks.treatments.count)
    guard blocks.rows.contains(where: { Set($0).count > 1 }) else {
      throw .allBlocksConstant(blocks: n)
    }
    (numerator, denominator) = (k - 1, (k - 1) * (n - 1))
    // Blocks explain their means: these are taken out first, and digits are kept.
    let rows = blocks.rows.map { row in
      let middle = (mean(of: row.map { $0 - row[0] }) ?? 0) + row[0]
      return row.map { $0 - middle }
    }
    let means = (0..<k).map { treatment in mean(of: rows.map { $0[treatment] }) ?? 0 }
    let between = Double(n) * means.reduce(0) { $0 + $1 * $1 }
    let rest = rows.reduce(0) { sum, row in
      zip(row, means).reduce(sum) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
    f = between * Double(n - 1) / rest
    sphericity = Sphericity(rows)
    let (f, first, second) = (f, Double(numerator), Double(denominator))
    let tail = { (epsilon: Double) in
      epsilon > 0
        ? FDistribution(numerator: epsilon * first, denominator: epsilon * second).survival(f) : 0
    }
    p = tail(1)
    greenhouseGeisserP = tail(sphericity.greenhouseGeisser)
    huynhFeldtP = tail(sphericity.huynhFeldt)
  }
}

extension RepeatedMeasures: Hypothesis {
  package static let name = "anova"
  package static let title = "Analysis of variance with repeated measures"
  package static let help = """
    Whether frameworks differ in mean score. Assumes normal distributions in one unit on all \
    datasets and equal variances of differences; p with Greenhouse and Geisser's correction holds \
    without the latter, and is what the sentence says. Where in doubt, friedman.
    """
  package static let reference = """
    Winer, Statistical principles in experimental design (1971); Greenhouse and Geisser, On \
    methods in the analysis of profile data, Psychometrika 24 (1959); Mauchly (1940)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    let test = try RepeatedMeasures(blocks)
    let numbers =
      "repeated measures F = \(text(test.f, digits: 3)), Greenhouse-Geisser epsilon "
      + "\(text(test.sphericity.greenhouseGeisser, digits: 3)), "
      + "\(text(p: test.greenhouseGeisserP)) on \(blocks.datasets)"
    return Finding(table: test.table, sentence: omnibus(test.greenhouseGeisserP, alpha, numbers))
  }

  private var table: Table {
    let mauchly = sphericity.mauchly
    return Table(
      columns: [
        "statistic", "df1", "df2", "p", "epsilon_gg", "p_gg", "epsilon_hf", "p_hf", "mauchly_w",
        "mauchly_p",
      ],
      rows: [
        [
          .number(f), .integer(Int64(numerator)), .integer(Int64(denominator)), .number(p),
          .number(sphericity.greenhouseGeisser), .number(greenhouseGeisserP),
          .number(sphericity.huynhFeldt), .number(huynhFeldtP),
          .number(mauchly?.w ?? .nan), .number(mauchly?.p ?? .nan),
        ]
      ])
  }
}
