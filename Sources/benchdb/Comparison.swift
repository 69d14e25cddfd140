import Reports
import Statistics
import Tables

/// What a comparison of two frameworks found, in numbers and in words.
struct Comparison {
  let pairing: Pairing
  let scores: PairedScores
  let found: HeadToHead
  let alpha: Double
  let judge: Judge
  let rule: Imputation

  /// The seed of the Bayesian test's draws: the same question has the same answer.
  static let seed: UInt64 = 1

  /// - Throws: `Failure` with `no` for fewer than two datasets.
  init(
    _ pairing: Pairing, _ scores: PairedScores, alpha: Double, rope: Double, judge: Judge,
    rule: Imputation
  ) throws {
    let subject = pairing.first.subject
    guard scores.datasets.count > 1 else {
      let count = scores.datasets.count
      throw Failure(
        .no,
        """
        \(scores.first.name) and \(scores.second.name) both have \(subject.metric) on \
        \(count == 0 ? "no dataset" : "one dataset"), where a comparison needs two.
        """)
    }
    var random = SplitMix64(seed: Self.seed)
    self.pairing = pairing
    self.scores = scores
    (self.alpha, self.judge, self.rule) = (alpha, judge, rule)
    found = HeadToHead(
      (scores.first.name, scores.first.values), (scores.second.name, scores.second.values),
      better: Direction(rawValue: subject.direction) ?? .higher, rope: rope, using: &random)
  }

  // MARK: Words

  var verdict: String { found.verdict(alpha: alpha, by: judge, in: pairing.first.subject.metric) }

  var table: Table { found.table(confidence: 1 - alpha) }

  /// What the numbers are of, what they assume, and what was left out, a sentence each.
  var notes: [String] {
    [measured] + unit + found.assumptions(alpha: alpha)
      + [
        """
        the probabilities are of \(grouped(BayesianSignedRank.draws)) draws from seed \(Self.seed), \
        \(found.rope > 0 ? "equal being within \(found.rope)" : "without a rope")
        """
      ] + [made, uneven, leftOut].compactMap(\.self)
  }

  /// As a document, the verdict first.
  var report: Report {
    Report(
      title: "\(found.first) against \(found.second)",
      sections: [
        Section("Verdict", sentences: [headline]), Section("Numbers", table: table),
        Section("Notes", sentences: notes.map(sentence)),
      ])
  }

  /// The verdict as a sentence; a framework's name keeps its letters.
  private var headline: String {
    found.decision(alpha: alpha, by: judge) == .open ? sentence(verdict) : verdict + "."
  }

  private var measured: String {
    let (one, other) = (pairing.first.subject, pairing.second.subject)
    let places = one.place == other.place ? one.place : "\(one.place), and \(other.place)"
    return """
      differences are of mean \(one.metric), \(one.direction) being better, and above 0 where \
      \(found.first) is better: \(places)
      """
  }

  /// That sizes of differences are of different units, where they are.
  private var unit: [String] {
    guard scores.isInUnits else { return [] }
    return [
      """
      \(pairing.first.subject.metric) is in the unit of each dataset's target, and large units outweigh \
      small ones: --test sign asks only who is better
      """
    ]
  }

  private var made: String? {
    let counts = [scores.first, scores.second].filter { $0.imputed > 0 }.map {
      "\(grouped($0.imputed)) of \(counted($0.scores.reduce(0, +), "score")) of \($0.name)"
    }
    guard !counts.isEmpty else { return nil }
    let how = rule == .drop ? "" : ": \(rule.words)"
    return "imputed, not measured: \(counts.joined(separator: ", "))\(how)"
  }

  private var uneven: String? {
    guard scores.uneven > 0 else { return nil }
    return """
      on \(counted(scores.uneven, "dataset")) one of both finished fewer runs, and its mean is of those
      """
  }

  private var leftOut: String? {
    guard !scores.leftOut.isEmpty else { return nil }
    let most = 5
    let named = scores.leftOut.prefix(most).map { "\($0.dataset) (none of \($0.missing))" }
    let more = scores.leftOut.count - named.count
    return """
      left out for want of a score: \(counted(scores.leftOut.count, "dataset")), \
      \(named.joined(separator: ", "))\(more > 0 ? " and \(more) more" : "")
      """
  }
}

extension Subject {
  /// Where the scores are.
  fileprivate var place: String { "source \(source), budget \(budget)" }
}
