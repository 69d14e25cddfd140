package import Statistics
package import Tables

/// All that a report is made from: tables as the stored queries give them, and figures drawn of more.
package struct Evidence: Sendable {
  /// Which scores are reported.
  package struct Topic: Sendable {
    package var source: String
    package var budget: String
    package var metric: String
    /// Which scores are the better ones.
    package var better: Direction

    package init(source: String, budget: String, metric: String, better: Direction) {
      (self.source, self.budget, self.metric, self.better) = (source, budget, metric, better)
    }
  }

  package var subject: Topic
  /// The level of the tests.
  package var alpha: Double
  /// What a missing score is, in words.
  package var rule: String
  /// A row per framework and dataset: `dataset framework value scores imputed`.
  package var scores: Table
  /// A row per framework: `framework expected finished failed never_run datasets scores imputed scaled
  /// duration training inference`.
  package var standings: Table
  /// `framework class runs`.
  package var classes = Table(columns: ["framework", "class", "runs"])
  /// `class message runs frameworks datasets framework log_end`.
  package var messages = Table(columns: ["class", "message", "runs"])
  /// A row per finished run: `dataset framework seed fold value`; nil where there are too many to show.
  package var runs: Table?
  package var pictures: [Picture] = []
  /// Figures that were not drawn, and why.
  package var undrawn: [(name: String, reason: String)] = []
  /// Where all this comes from: `fact value`.
  package var provenance = Table(columns: ["fact", "value"])
  /// The version of benchdb.
  package var version: String

  package init(
    subject: Topic, alpha: Double, rule: String, scores: Table, standings: Table, version: String
  ) {
    (self.subject, self.alpha, self.rule) = (subject, alpha, rule)
    (self.scores, self.standings, self.version) = (scores, standings, version)
  }
}

extension Report {
  /// The report of what `evidence` shows: who won, by how much, how surely, what is missing, and where
  /// each number comes from.
  package init(of evidence: Evidence) throws(StatisticsError) {
    let contest = try Contest(evidence)
    let leaderboard = contest.leaderboard(evidence.standings)
    self.init(
      title: "\(evidence.subject.metric) of \(evidence.subject.source), "
        + "budget \(evidence.subject.budget)",
      sections: [
        contest.verdict(evidence),
        coverage(evidence, contest.blocks),
        leaderboard.section,
        figures(evidence),
        failures(evidence),
        tasks(evidence),
        contest.methods(evidence, leaderboard: leaderboard.table),
        provenance(evidence),
      ].filter { !$0.blocks.isEmpty })
  }
}

extension Report {
  /// The first thing it says.
  package var summary: String {
    for case .paragraph(let words) in sections.first?.blocks ?? [] { return words }
    return title
  }
}

private func figures(_ evidence: Evidence) -> Section {
  let left = evidence.undrawn.map { Block.paragraph("\($0.name) is not drawn: \($0.reason).") }
  return Section("Figures", id: "figures", blocks: evidence.pictures.map(Block.picture) + left)
}

private func provenance(_ evidence: Evidence) -> Section {
  Section(
    "Provenance", id: "provenance",
    blocks: [.table(DataTable("Where this comes from", id: "facts", evidence.provenance))])
}
