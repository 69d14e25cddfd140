package import Tables

/// Two treatments compared in every way there is: who wins, by how much, how surely, and whether what
/// the numbers assume holds.
///
/// **Shape**: paired values, all finite; positive numbers speak for the first. `better` says which
/// values are the better ones.
///
/// **Edge cases**: what has no answer is NaN or nil: the t test where all differences are the same, an
/// interval of no pairs. Without pairs p is 1.
/// - Complexity: O(n^3) for the exact signed-rank test, else O(n log n) and the draws of
///   ``BayesianSignedRank``.
package struct HeadToHead: Sendable {
  package let first, second: String
  package let pairs: Int
  package let signedRank: Wilcoxon
  package let sign: SignTest
  package let t: PairedT
  /// p of Shapiro and Wilk's test of the differences; nil where they cannot be tested.
  package let normality: Double?
  /// Hodges and Lehmann's shift; nil without pairs.
  package let shift: HodgesLehmann?
  /// The matched-pairs rank-biserial correlation with Pratt's zeros.
  package let rankBiserial: Double
  /// Vargha and Delaney's, of values unpaired; nil without pairs.
  package let a12: Double?
  /// Up to which difference the two are practically equal.
  package let rope: Double
  /// The Bayesian signed-rank test's, given the rope.
  package let probabilities: Posterior
  /// The scores of folds, on each dataset where both have two or more.
  package let folds: [FoldPairs]
  /// The hierarchical Bayesian test of these; nil where it was not asked for.
  package let hierarchical: Hierarchical?
  let differences: [Double]

  package init(
    _ first: (name: String, values: [Double]), _ second: (name: String, values: [Double]),
    better: Direction, rope: Double = 0, folds: [FoldPairs] = [],
    hierarchical: Hierarchical? = nil, using random: inout some RandomNumberGenerator
  ) {
    let (upper, lower) =
      better == .higher ? (first.values, second.values) : (second.values, first.values)
    let differences = Differences(upper, lower)
    (self.first, self.second, pairs) = (first.name, second.name, upper.count)
    self.differences = differences.values
    signedRank = Wilcoxon(differences)
    sign = SignTest(upper, lower)
    t = PairedT(differences)
    normality = ShapiroWilk(self.differences)?.p
    shift = HodgesLehmann(differences)
    rankBiserial = signedRank.effect
    a12 = Statistics.a12(upper, lower)
    (self.rope, self.folds, self.hierarchical) = (rope, folds, hierarchical)
    probabilities = BayesianSignedRank.probabilities(upper, lower, rope: rope, using: &random)
  }
}

extension HeadToHead {
  /// What the tests assume, and whether it holds, a sentence each without a trailing dot.
  package func assumptions(alpha: Double) -> [String] {
    let normal =
      switch normality {
      case nil: "whether differences are normal, as the t test assumes, cannot be tested"
      case let p? where p < alpha:
        "differences are not normal (Shapiro-Wilk \(text(p: p))): the t test is not to be trusted"
      case let p?:
        "nothing speaks against normal differences, as the t test assumes (Shapiro-Wilk \(text(p: p)))"
      }
    let seen =
      signedRank.ties + signedRank.zeros == 0
      ? "there being no ties and no zeros"
      : "given \(text(signedRank.ties, "tied difference")) and \(text(signedRank.zeros, "zero"))"
    let exact =
      signedRank.method == .exact
      ? "the signed-rank p is exact, \(seen)"
      : "the signed-rank p is of the normal approximation, corrected for ties"
    return [exact, normal] + unattainable(alpha)
  }

  /// That there are too few differences for any p below `alpha`, where that is so: the least that all
  /// signs alike can give is 2^(1 - n).
  private func unattainable(_ alpha: Double) -> [String] {
    let count = sign.wins + sign.losses
    guard count < 64 else { return [] }
    let least = min(1, 2 / Double(1 << count))
    guard least >= alpha else { return [] }
    return [
      "signed-rank and sign test cannot show anything at \(alpha): the least p of "
        + "\(text(count, "dataset")) that \(count == 1 ? "differs" : "differ") is \(text(least, digits: 2))"
    ]
  }

  /// A row per number: `measure value low high p`.
  package func table(confidence: Double = 0.95) -> Table {
    func row(
      _ name: String, _ value: Value, _ low: Double? = nil, _ high: Double? = nil,
      p: Double? = nil
    ) -> [Value] {
      [.text(name), value] + [low, high, p].map { .number($0 ?? .nan) }
    }
    func count(_ name: String, _ count: Int, p: Double? = nil) -> [Value] {
      row(name, .integer(Int64(count)), p: p)
    }
    func gain(_ judge: Judge, p: Double? = nil) -> [Value] {
      let gain = self.gain(by: judge, confidence: confidence)
      return row(gain.name, .number(gain.value), gain.interval?.lower, gain.interval?.upper, p: p)
    }
    return Table(
      columns: ["measure", "value", "low", "high", "p"],
      rows: [
        gain(.sign), gain(.t, p: t.p), gain(.wilcoxon),
        count("wins", sign.wins, p: sign.p()), count("ties", sign.ties),
        count("losses", sign.losses),
        row("signed ranks", .number(signedRank.statistic), p: signedRank.p),
        row("rank-biserial", .number(rankBiserial)), row("A12", .number(a12 ?? .nan)),
        row("normal differences", .null, p: normality),
      ] + chances("probability", probabilities).map { row($0.0, .number($0.1)) }
        + (hierarchical.map { chances("hierarchical probability", $0.probabilities) } ?? [])
        .map { row($0.0, .number($0.1)) }
        + foldCounts(alpha: 1 - confidence).map { count($0.0, $0.1) })
  }

  private func chances(_ name: String, _ chances: Posterior) -> [(String, Double)] {
    [
      ("\(name) \(first) better", chances.first), ("\(name) equal", chances.rope),
      ("\(name) \(second) better", chances.second),
    ]
  }

  private func foldCounts(alpha: Double) -> [(String, Int)] {
    guard !folds.isEmpty else { return [] }
    let (wins, losses) = foldWins(alpha: alpha)
    return [
      ("datasets with folds", folds.count), ("wins by folds", wins), ("losses by folds", losses),
    ]
  }

  /// On how many datasets Nadeau and Bengio's test of the folds finds either better.
  package func foldWins(alpha: Double) -> (first: Int, second: Int) {
    let shown = folds.map { $0.correctedT() }.filter { $0.p < alpha }
    return (shown.count { $0.mean > 0 }, shown.count { $0.mean < 0 })
  }
}
