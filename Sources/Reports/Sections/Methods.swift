import Statistics
import Tables

extension Contest {
  /// How all this was found, ready to be put into a paper, with its references and tables.
  func methods(_ evidence: Evidence, leaderboard: DataTable) -> Section {
    let works = Reference.all.filter { $0.isFor(self, evidence) }
    return Section(
      "Methods", id: "methods",
      blocks: [
        .paragraph(paragraph(evidence)),
        .folded("BibTeX", [.listing(works.map(\.bibTeX).joined(separator: "\n\n"))]),
        .folded("The leaderboard in LaTeX", [.listing(text(leaderboard, .latex))]),
        .folded("The leaderboard in Markdown", [.listing(text(leaderboard, .markdown))]),
      ])
  }

  /// The table as text that ends with its last line.
  private func text(_ table: DataTable, _ format: TableFormat) -> String {
    String(table.shown.formatted(format).dropLast())
  }

  private func paragraph(_ evidence: Evidence) -> String {
    let subject = evidence.subject
    let all = blocks.names.count + blocks.incomplete.count
    let scores = """
      \(counted(blocks.treatments.count, "framework")) were compared on \(counted(all, "dataset")) by \
      \(subject.metric) (\(subject.better.rawValue) is better), the mean over seeds and folds of each \
      dataset. \(sentence(evidence.rule))
      """
    return
      ([scores] + ranked + compared + ["The analysis was made by benchdb \(evidence.version)."])
      .joined(separator: " ")
  }

  private var ranked: [String] {
    guard let nemenyi else { return reason.map { ["No test was made: \($0)."] } ?? [] }
    return [
      """
      Frameworks were ranked on each of the \(counted(blocks.names.count, "dataset")) that all of them \
      have a score on, rank 1 being the best and ties sharing the mean of their ranks (ties of the decimal \
      numbers). Whether they differ was tested by Friedman's test, corrected for ties, with Iman and \
      Davenport's F (Friedman 1937; Iman and Davenport 1980): \(findings[0].finding.sentence). Pairs were \
      compared at alpha = \(alpha) by Nemenyi's test (Nemenyi 1963; Demšar 2006), with a critical \
      distance of \(fixed(nemenyi.criticalDistance, 3)), and by Wilcoxon's signed-rank test (Wilcoxon \
      1945) with Pratt's zeros (Pratt 1959), adjusted over all pairs by Holm (Holm 1979; Benavoli et al. \
      2016). Intervals of mean ranks are 95 % percentile intervals of 1,999 bootstrap resamples of the \
      datasets (Efron and Tibshirani 1993), from seed \(Self.seed).
      """
    ]
  }

  private var compared: [String] {
    guard let duel else { return [] }
    return [
      """
      \(duel.first) and \(duel.second) were compared by Wilcoxon's signed-rank test over the \
      \(counted(duel.pairs, "dataset")) that both have a score on, with Hodges and Lehmann's shift \
      (Hodges and Lehmann 1963) and the Bayesian signed-rank test (Benavoli et al. 2017) from \
      \(grouped(BayesianSignedRank.draws)) draws of seed \(Self.seed), without a rope.
      """
    ]
  }
}
