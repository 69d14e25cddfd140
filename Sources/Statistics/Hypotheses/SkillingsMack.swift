import Tables

/// Skillings and Mack's test: Friedman's for blocks that lack some treatments.
///
/// Within block i, of k_i >= 2 values, ranks r_ij count as A_j = sum_i sqrt(12 / (k_i + 1)) (r_ij -
/// (k_i + 1)/2); a missing value counts 0. With n_jl the blocks that have both j and l, the
/// covariance of A is -n_jl off the diagonal, and SM = A' V^- A is chi-squared with k - 1 degrees
/// of freedom: one less for each further group of treatments that no block joins to the others.
///
/// **Shape**: all blocks, complete or not; those with fewer than two values say nothing and are
/// left out, and so are treatments without any. Ties share the mean of their ranks and are not
/// corrected for, as in the paper.
///
/// **Edge cases**: without a missing value and without ties SM is Friedman's chi-squared. All
/// blocks constant is an error. A value missing because it would have been bad breaks the test.
///
/// **Source**: Skillings and Mack, On the use of a Friedman-type statistic in balanced and
/// unbalanced block designs, Technometrics 23 (1981). R's Skillings.Mack agrees.
/// - Complexity: O(N k^2 + k^3).
package struct SkillingsMack: Sendable {
  package let statistic: Double
  package let degreesOfFreedom: Int
  package let p: Double
  /// How many blocks had two values or more.
  package let blocks: Int
  /// A of each treatment, negative for the better ones.
  package let sums: [Double]

  package init(_ blocks: Blocks) throws(StatisticsError) {
    try blocks.require(blocks: 0, treatments: 2)
    let rows =
      blocks.rows.map { $0.map(Optional.some) } + blocks.incomplete.map(\.values)
    let used = rows.filter { $0.count { $0 != nil } > 1 }
    guard !used.isEmpty else {
      throw .tooFewBlocks(0, needed: 1, incomplete: blocks.incomplete.count)
    }
    let constant = used.allSatisfy { Set($0.compactMap(\.self)).count == 1 }
    guard !constant else { throw .allBlocksConstant(blocks: used.count) }
    let (sums, together) = Self.count(used, blocks.treatments.count, blocks.better)
    (self.sums, self.blocks) = (sums, used.count)
    (statistic, degreesOfFreedom) = Self.form(sums, together)
    p = ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).survival(statistic)
  }

  /// A, and how many blocks have both of two treatments.
  private static func count(
    _ rows: [[Double?]], _ treatments: Int, _ better: Direction
  ) -> (sums: [Double], together: [[Double]]) {
    var sums = [Double](repeating: 0, count: treatments)
    var together = [[Double]](
      repeating: [Double](repeating: 0, count: treatments), count: treatments)
    for row in rows {
      let there = row.indices.filter { row[$0] != nil }
      let weight = (12 / Double(there.count + 1)).squareRoot()
      let middle = Double(there.count + 1) / 2
      for (treatment, rank) in zip(there, ranks(of: row.compactMap(\.self), best: better)) {
        sums[treatment] += weight * (rank - middle)
        for other in there where other != treatment { together[treatment][other] += 1 }
      }
    }
    return (sums, together)
  }

  /// A' V^- A and the rank of V, one connected group of treatments after the other.
  private static func form(
    _ sums: [Double], _ together: [[Double]]
  ) -> (statistic: Double, rank: Int) {
    var (statistic, rank) = (0.0, 0)
    for group in connectedGroups(of: sums.count, joined: { together[$0][$1] > 0 }) {
      // One of the group follows from the others.
      let members = group.dropLast()
      let covariance = members.map { one in
        members.map { $0 == one ? together[one].reduce(0, +) : -together[one][$0] }
      }
      guard !members.isEmpty, let factor = Cholesky(covariance) else { continue }
      let part = members.map { sums[$0] }
      statistic += zip(part, factor.solve(part)).reduce(0) { $0 + $1.0 * $1.1 }
      rank += members.count
    }
    return (statistic, rank)
  }
}

extension SkillingsMack: Hypothesis {
  package static let name = "skillings-mack"
  package static let takesIncomplete = true
  package static let title = "Skillings-Mack test for incomplete blocks"
  package static let help = """
    Whether any framework differs from the others, by ranks within each dataset, where some \
    frameworks lack a score on some datasets: friedman without leaving these out. Right where a \
    score is missing by chance, wrong where it is missing because it would have been bad.
    """
  package static let reference = """
    Skillings and Mack, On the use of a Friedman-type statistic in balanced and unbalanced block \
    designs, Technometrics 23 (1981)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    let test = try SkillingsMack(blocks)
    let numbers =
      "Skillings-Mack chi2 = \(text(test.statistic, digits: 3)), df = \(test.degreesOfFreedom), "
      + "\(text(p: test.p)) on \(text(test.blocks, "dataset")), "
      + "\(blocks.incomplete.count) incomplete"
    return Finding(
      table: Table(
        columns: ["blocks", "statistic", "df", "p"],
        rows: [
          [
            .integer(Int64(test.blocks)), .number(test.statistic),
            .integer(Int64(test.degreesOfFreedom)), .number(test.p),
          ]
        ]), sentence: omnibus(test.p, alpha, numbers))
  }
}
