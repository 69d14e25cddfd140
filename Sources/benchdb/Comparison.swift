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

  /// - Throws: `Failure` with `no` for fewer than two datasets, and where the hierarchical test is to
  ///   decide and has no folds.
  init(
    _ pairing: Pairing, _ scores: PairedScores, folds: [FoldPairs], alpha: Double, rope: Double,
    judge: Judge, rule: Imputation
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
    if judge == .hierarchical, folds.isEmpty {
      throw Failure(
        .no,
        """
        \(scores.first.name) and \(scores.second.name) have no dataset with two folds or seeds that \
        both finished, where the hierarchical test needs one.
        """)
    }
    var random = SplitMix64(seed: Self.seed)
    self.pairing = pairing
    self.scores = scores
    (self.alpha, self.judge, self.rule) = (alpha, judge, rule)
    found = HeadToHead(
      (scores.first.name, scores.first.values), (scores.second.name, scores.second.values),
      better: Direction(rawValue: subject.direction) ?? .higher, rope: rope, folds: folds,
      hierarchical: judge == .hierarchical
        ? try Hierarchical(folds, rope: rope, using: &random) : nil, using: &random)
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
      ] + [byFolds, hierarchical, made, uneven, leftOut].compactMap(\.self)
  }

  /// The draws of the Bayesian test that decides, its three shares a row: points of a triangle.
  var posterior: Table {
    let direction = Direction(rawValue: pairing.first.subject.direction) ?? .higher
    let (upper, lower) =
      direction == .higher ? (scores.first, scores.second) : (scores.second, scores.first)
    var random = SplitMix64(seed: Self.seed)
    let shares =
      found.hierarchical?.shares
      ?? BayesianSignedRank.thetas(
        upper.values, lower.values, rope: found.rope, draws: Hierarchical.draws, using: &random)
    return Table(
      columns: ["a", "equal", "b"],
      rows: shares.map { [.real($0.first), .real($0.rope), .real($0.second)] })
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

  private var byFolds: String? {
    guard !found.folds.isEmpty else { return nil }
    let wins = found.foldWins(alpha: alpha)
    return """
      of \(counted(found.folds.count, "dataset")) with folds or seeds, Nadeau and Bengio's corrected t \
      test shows \(found.first) better on \(wins.first), \(found.second) on \(wins.second)
      """
  }

  private var hierarchical: String? {
    found.hierarchical.map {
      """
      the hierarchical probabilities are for a further dataset, of \(grouped($0.shares.count)) draws from \
      seed \(Self.seed)
      """
    }
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
