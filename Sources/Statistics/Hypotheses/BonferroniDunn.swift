import Tables

/// Dunn's test of all treatments against a control, which is the best unless it is named.
///
/// Two mean ranks differ when they lie further apart than z sqrt(k(k+1) / 6N), for z the upper
/// normal quantile at alpha / 2(k-1).
///
/// **Edge cases**: two treatments and one block are enough. Ties are not corrected for, as in the
/// paper. Of several that share the best mean rank the first by name is the control. A control
/// chosen by its rank favours a difference; one named beforehand does not.
///
/// **Source**: Dunn, Multiple comparisons among means, JASA 56 (1961); Demsar, JMLR 7 (2006),
/// 3.2.2.
package struct BonferroniDunn: Sendable {
  package let criticalDistance: Double
  /// Each other treatment against the control, by mean ranks, adjusted by Bonferroni.
  package let postHoc: PostHoc

  package init(
    _ blocks: Blocks, alpha: Double, control: String? = nil
  ) throws(StatisticsError) {
    let alpha = try level(alpha)
    try blocks.require(blocks: 1, treatments: 2)
    let ranks = RankSums(of: blocks).ranks
    let best = ranks.indices.min { (ranks[$0], $0) < (ranks[$1], $1) } ?? 0
    postHoc = try PostHoc(
      blocks, .ranks, .bonferroni, control: control ?? blocks.treatments[best])
    let (n, k) = (Double(blocks.names.count), Double(blocks.treatments.count))
    criticalDistance =
      Normal.quantile(upperTail: alpha / (2 * (k - 1))) * (k * (k + 1) / (6 * n)).squareRoot()
  }
}

extension BonferroniDunn: Hypothesis {
  package static let name = "dunn"
  package static let title = "Bonferroni-Dunn test against the best"
  package static let help = """
    Which frameworks differ in mean rank from the one that ranks best, which is the control. Fewer \
    comparisons than all pairs, and so more power; but the control was chosen by looking.
    """
  package static let reference = """
    Dunn, Multiple comparisons among means, JASA 56 (1961); Demsar, Statistical comparisons of \
    classifiers over multiple data sets, JMLR 7 (2006)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let test = try BonferroniDunn(blocks, alpha: alpha)
    let finding = test.postHoc.finding(on: blocks, alpha: alpha)
    return Finding(
      table: finding.table,
      sentence: finding.sentence
        + ", critical distance \(text(test.criticalDistance, digits: 3))")
  }
}
