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
  /// The Bayesian signed-rank test's, given the rope.
  package let probabilities: Posterior

  package init(
    _ first: (name: String, values: [Double]), _ second: (name: String, values: [Double]),
    better: Direction, rope: Double = 0, using random: inout some RandomNumberGenerator
  ) {
    let (upper, lower) =
      better == .higher ? (first.values, second.values) : (second.values, first.values)
    let differences = Differences(upper, lower)
    (self.first, self.second, pairs) = (first.name, second.name, upper.count)
    signedRank = Wilcoxon(differences)
    sign = SignTest(upper, lower)
    t = PairedT(differences)
    normality = ShapiroWilk(differences.values)?.p
    shift = HodgesLehmann(differences)
    rankBiserial = signedRank.effect
    a12 = Statistics.a12(upper, lower)
    probabilities = BayesianSignedRank.probabilities(upper, lower, rope: rope, using: &random)
  }
}

extension HeadToHead {
  /// Who is better at the level `alpha`, by the signed-rank test, and how surely; without a trailing
  /// dot.
  package func verdict(alpha: Double) -> String {
    let test = "on \(text(pairs, "dataset")), Wilcoxon signed-rank \(text(p: signedRank.p))"
    guard signedRank.p < alpha else {
      let seen = record(sign.wins, sign.losses)
      return "no difference between \(first) and \(second) is shown: \(seen) \(test)"
    }
    return rankBiserial > 0
      ? "\(first) is better than \(second): \(record(sign.wins, sign.losses)) \(test)"
      : "\(second) is better than \(first): \(record(sign.losses, sign.wins)) \(test)"
  }

  /// `7 wins, 1 tie, 2 losses`.
  private func record(_ wins: Int, _ losses: Int) -> String {
    let lost = losses == 1 ? "1 loss" : "\(losses) losses"
    return "\(text(wins, "win")), \(text(sign.ties, "tie")), \(lost)"
  }

  /// What the tests assume, and whether it holds, as sentences.
  package func assumptions(alpha: Double) -> [String] {
    let normal =
      switch normality {
      case nil: "Whether differences are normal, as the t test assumes, cannot be tested"
      case let p? where p < alpha:
        "Differences are not normal (Shapiro-Wilk \(text(p: p))): the t test is not to be trusted"
      case let p?:
        "Nothing speaks against normal differences, as the t test assumes (Shapiro-Wilk \(text(p: p)))"
      }
    let exact =
      signedRank.method == .exact
      ? "The signed-rank p is exact, given \(text(signedRank.ties, "tied difference")) and "
        + text(signedRank.zeros, "zero")
      : "The signed-rank p is of the normal approximation, corrected for ties"
    return [exact, normal]
  }

  /// A row per number: `measure value low high p`.
  package func table(confidence: Double = 0.95) -> Table {
    let interval = shift?.interval(confidence: confidence)
    let mean = t.interval(confidence: confidence)
    func row(
      _ name: String, _ value: Double?, _ low: Double? = nil, _ high: Double? = nil,
      p: Double? = nil
    ) -> [Value] {
      [.text(name)] + [value, low, high, p].map { .number($0 ?? .nan) }
    }
    return Table(
      columns: ["measure", "value", "low", "high", "p"],
      rows: [
        row("wins", Double(sign.wins), p: sign.p()), row("ties", Double(sign.ties)),
        row("losses", Double(sign.losses)),
        row("signed ranks", signedRank.statistic, p: signedRank.p),
        row("rank-biserial", rankBiserial), row("A12", a12),
        row("Hodges-Lehmann shift", shift?.shift, interval?.lower, interval?.upper),
        row("mean difference", t.mean, mean?.lowerBound, mean?.upperBound, p: t.p),
        row("normal differences", nil, p: normality),
        row("probability \(first) better", probabilities.first),
        row("probability equal", probabilities.rope),
        row("probability \(second) better", probabilities.second),
      ])
  }
}
