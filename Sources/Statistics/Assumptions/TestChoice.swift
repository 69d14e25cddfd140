/// Which tests suit the data: the decision of autorank, as a value that can be looked at.
///
/// All frameworks normal by Shapiro and Wilk at alpha / k: then means are compared, of two
/// frameworks by the paired t test, of more by the analysis of variance where their variances are
/// equal by Bartlett at alpha. Otherwise ranks: Wilcoxon's test of two, Friedman's of more.
///
/// **Edge cases**: what cannot be tested (fewer than 3 blocks, more than 5,000, no spread) does not
/// count as normal.
///
/// **Source**: Herbold, Autorank: a Python package for automated ranking of classifiers, Journal of
/// Open Source Software 5 (2020). Where we depart from it: what is tested is what the t test and
/// the analysis of variance assume, ``Basis/residuals``; p of the analysis of variance is
/// Greenhouse and Geisser's; Wilcoxon's test is two-sided; pairs are compared by Wilcoxon's or the
/// t test with Holm's adjustment instead of Nemenyi's and Tukey's, whose answer for a pair depends
/// on the others.
/// - Complexity: O(N k log N).
package struct TestChoice: Sendable, Equatable {
  /// Of what normality and variances are tested.
  package enum Basis: String, Sendable, CaseIterable {
    /// Scores less the mean of their block: a dataset's difficulty does not count.
    case residuals
    /// Scores as they are, as autorank does.
    case scores
  }

  package enum Omnibus: String, Sendable {
    case friedman
    case anova
  }

  package let alpha: Double
  package let basis: Basis
  /// p of Shapiro and Wilk's test of each treatment; NaN where it cannot be tested.
  package let normality: [Double]
  /// p of Bartlett's test, or of Levene's about medians where not all are normal; nil for two
  /// treatments, NaN where it cannot be tested.
  package let homogeneity: Double?

  package init(
    _ blocks: Blocks, alpha: Double, basis: Basis = .residuals
  ) throws(StatisticsError) {
    self.alpha = try level(alpha)
    self.basis = basis
    try blocks.require(blocks: 1, treatments: 2)
    let columns = Self.columns(blocks, basis)
    normality = columns.map { ShapiroWilk($0)?.p ?? .nan }
    let bound = alpha / Double(columns.count)
    let normal = normality.allSatisfy { $0 >= bound }
    switch (columns.count > 2, normal) {
    case (false, _): homogeneity = nil
    case (true, true): homogeneity = Bartlett(columns)?.p ?? .nan
    case (true, false): homogeneity = Levene(columns)?.p ?? .nan
    }
  }

  private static func columns(_ blocks: Blocks, _ basis: Basis) -> [[Double]] {
    let columns = blocks.treatments.indices.map(blocks.values(of:))
    guard basis == .residuals else { return columns }
    if columns.count == 2 {
      let differences = Differences(columns[0], columns[1]).values
      return [differences.map { $0 / 2 }, differences.map { -$0 / 2 }]
    }
    let means = blocks.rows.map { mean(of: $0) ?? 0 }
    return columns.map { zip($0, means).map { $0 - $1 } }
  }

  /// The level of each test of normality.
  package var normalityLevel: Double { alpha / Double(normality.count) }

  /// Whether no treatment is shown to be other than normal.
  package var isNormal: Bool { normality.allSatisfy { $0 >= normalityLevel } }

  /// The test of all treatments at once; nil for two, where the test of the pair says it all.
  package var omnibus: Omnibus? {
    guard let homogeneity else { return nil }
    return isNormal && homogeneity >= alpha ? .anova : .friedman
  }

  /// The test of pairs.
  package var pairs: PairMethod {
    guard let omnibus else { return isNormal ? .t : .wilcoxon }
    return omnibus == .anova ? .t : .wilcoxon
  }
}

extension TestChoice {
  /// The decision and its reasons, as sentences.
  package func words(_ treatments: [String]) -> [String] {
    let what = basis == .residuals ? "scores less their dataset's mean" : "scores"
    let not = zip(treatments, normality).filter { !($0.1 >= normalityLevel) }
      .map { $1.isNaN ? "\($0) (not testable)" : "\($0) (\(text(p: $1)))" }
    let level = text(normalityLevel, digits: 2)
    let normal =
      isNormal
      ? "Shapiro and Wilk's test does not reject that the \(what) are normal for any framework "
        + "(smallest \(text(p: normality.min() ?? 1)), level \(level))"
      : "The \(what) are not taken for normal, by Shapiro and Wilk's test at \(level), "
        + "of \(listing(not))"
    return [normal] + [variances].compactMap(\.self) + [reason]
  }

  private var variances: String? {
    guard let homogeneity else { return nil }
    let test = isNormal ? "Bartlett's test" : "Levene's test about medians"
    if homogeneity.isNaN { return "\(test) of equal variances has no answer" }
    let verb = homogeneity >= alpha ? "does not reject" : "rejects"
    return "\(test) \(verb) that all variances are equal (\(text(p: homogeneity)))"
  }

  private var reason: String {
    switch (omnibus, pairs) {
    case (.anova, _):
      "Therefore means are compared, by the analysis of variance with repeated measures, corrected "
        + "by Greenhouse and Geisser, and pairs by paired t tests adjusted by Holm"
    case (.friedman, _):
      "Therefore ranks are compared, by Friedman's test, and pairs by two-sided Wilcoxon "
        + "signed-rank tests with Pratt's zeros, adjusted by Holm"
    case (nil, .t): "Therefore means are compared, by the paired t test"
    case (nil, _):
      "Therefore ranks are compared, by the two-sided Wilcoxon signed-rank test with Pratt's "
        + "zeros"
    }
  }
}

/// `a`, `a and b`, `a, b and c`.
func listing(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " and " + last
}
