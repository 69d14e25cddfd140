import Statistics
import Tables

extension Contest {
  /// Who won, by how much and how surely.
  func verdict(_ evidence: Evidence) -> Section {
    var blocks: [Block] = [.paragraph(headline)]
    if let duel {
      let words = duel.verdict(alpha: alpha, in: evidence.subject.metric)
      // A framework's name keeps its letters.
      let isOpen = duel.decision(alpha: alpha) == .open
      blocks.append(.paragraph((isOpen ? sentence(words) : words + ".") + " " + chances(duel)))
    }
    blocks += findings.map { .paragraph(sentence($0.finding.sentence)) }
    blocks += tests(evidence)
    return Section("Who won", id: "verdict", blocks: blocks)
  }

  /// The finding in one sentence, with its numbers.
  var headline: String {
    guard let best = places.first else {
      let all = blocks.incomplete.count
      return "No ranking: none of \(counted(all, "dataset")) was finished by every framework."
    }
    let rank = "\(fixed(best.rank, 2)) on \(counted(blocks.names.count, "dataset"))"
    guard let nemenyi, let reason = reason ?? (differs ? "" : nil) else {
      let friedman = findings.isEmpty ? "" : ", alpha \(alpha)"
      return reason.map { "No test: \($0)." }
        ?? "No framework is shown to be ahead of the others (Friedman\(friedman)); the best mean rank "
        + "is that of \(list(leaders)), \(rank)."
    }
    guard reason.isEmpty else { return "No test: \(reason)." }
    let verb = leaders.count == 1 ? "ranks first" : "rank first together"
    let told =
      rivals.isEmpty
      ? "ahead of every other framework" : "not distinguishable from \(list(rivals))"
    return "\(list(leaders)) \(verb) (mean rank \(rank)), \(told) "
      + "(Nemenyi CD \(fixed(nemenyi.criticalDistance, 2)), alpha \(alpha))."
  }

  private func chances(_ duel: HeadToHead) -> String {
    let (first, second) = (duel.probabilities.first, duel.probabilities.second)
    return "The Bayesian signed-rank test gives \(duel.first) a probability of "
      + "\(significant(first, digits: 3)) to be the better one, \(duel.second) "
      + "\(significant(second, digits: 3))."
  }

  /// The tests' own tables, and the comparison of the first two.
  private func tests(_ evidence: Evidence) -> [Block] {
    let tables = findings.map { title, finding in
      Block.folded(title, [.table(DataTable(title, finding.table, digits: 4))])
    }
    guard let duel else { return tables }
    let title = "\(duel.first) against \(duel.second)"
    let table = DataTable(title, duel.table(confidence: 1 - alpha), digits: 4)
    return tables + [
      .folded(
        title, [.table(table)] + duel.assumptions(alpha: alpha).map { .paragraph(sentence($0)) })
    ]
  }
}
