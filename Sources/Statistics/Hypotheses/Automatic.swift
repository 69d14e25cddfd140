/// The tests that suit the data, chosen, run and told in a paragraph for a paper.
///
/// ``TestChoice`` says which tests and why. Pairs are looked at where the test of all frameworks at
/// once shows a difference, and are all there is for two.
///
/// **Edge cases**: an analysis of variance that finds no variation left over, and blocks that are
/// all constant, are as their own tests have them.
/// - Complexity: that of the tests.
package struct Automatic: Sendable {
  package let choice: TestChoice
  /// p of the test of all treatments at once; nil for two.
  package let omnibusP: Double?
  package let pairs: PostHoc
  /// Sentences that say what was done, why, and what was found.
  package let paragraph: String

  package init(_ blocks: Blocks, alpha: Double) throws(StatisticsError) {
    choice = try TestChoice(blocks, alpha: alpha)
    pairs = try PostHoc(blocks, choice.pairs, .holm)
    let omnibus: Finding?
    switch choice.omnibus {
    case .anova:
      omnibusP = try RepeatedMeasures(blocks).greenhouseGeisserP
      omnibus = try RepeatedMeasures.run(on: blocks, alpha: alpha)
    case .friedman:
      omnibusP = try Friedman(blocks).p
      omnibus = try Friedman.run(on: blocks, alpha: alpha)
    case nil: (omnibusP, omnibus) = (nil, nil)
    }
    let names = blocks.treatments
    let start =
      "\(text(names.count, "framework")) were compared on \(blocks.datasets), at a family-wise "
      + "level of \(alpha)"
    let verdict = omnibus.map { "Result: \($0.sentence)" }
    let differ = omnibusP.map { $0 < alpha } ?? true
    let sentences =
      [start] + choice.words(names) + [verdict].compactMap(\.self)
      + (differ ? pairs.words(names, alpha) : []) + [pairs.ranking(names)]
    paragraph = sentences.map { $0 + "." }.joined(separator: " ")
  }
}

extension PostHoc {
  /// Which pairs differ, the better one first.
  fileprivate func words(_ names: [String], _ alpha: Double) -> [String] {
    let differing = comparisons.filter { $0.adjusted < alpha }
    guard !differing.isEmpty else { return ["No pair is shown to differ"] }
    let pairs = differing.map { one in
      let better = one.effect >= 0 ? (one.first, one.second) : (one.second, one.first)
      return "\(names[better.0]) better than \(names[better.1]) (\(text(p: one.adjusted)))"
    }
    let rest = comparisons.count - differing.count
    let others = rest > 0 ? ["No other pair is shown to differ"] : []
    return ["Pairs that differ: \(listing(pairs))"] + others
  }

  fileprivate func ranking(_ names: [String]) -> String {
    let order = meanRanks.indices.sorted { (meanRanks[$0], $0) < (meanRanks[$1], $1) }
    return "Mean ranks: "
      + listing(order.map { "\(names[$0]) \(text(meanRanks[$0], digits: 3))" })
  }
}

extension Automatic: Hypothesis {
  package static let name = "auto"
  package static let title = "The tests that suit the data"
  package static let help = """
    Which frameworks differ, by the tests that suit the data, chosen as autorank does: means where \
    all is normal (t, anova), else ranks (holm, friedman). Says what was chosen and why in a \
    paragraph for a paper. Choosing by the data costs some of the level: where it matters, name \
    the test beforehand.
    """
  package static let reference = """
    Herbold, Autorank: a Python package for automated ranking of classifiers, Journal of Open \
    Source Software 5 (2020)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    let result = try Automatic(blocks, alpha: alpha)
    return Finding(
      table: result.pairs.table(blocks.treatments), sentence: String(result.paragraph.dropLast()))
  }
}
