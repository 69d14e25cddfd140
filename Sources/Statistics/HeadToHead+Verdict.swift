/// What two treatments are judged by.
package enum Judge: String, Sendable, CaseIterable {
  case wilcoxon, sign, t, bayes, hierarchical
}

/// What a judge has decided of two treatments.
package enum Decision: String, Sendable {
  /// The first or the second is better.
  case first, second
  /// Their difference lies within the rope.
  case equal
  /// Nothing is shown.
  case open
}

extension HeadToHead {
  /// Who is better at the level `alpha`: where p is below it, or a Bayesian probability above
  /// 1 - alpha.
  package func decision(alpha: Double, by judge: Judge = .wilcoxon) -> Decision {
    switch judge {
    case .wilcoxon: decision(signedRank.p < alpha, rankBiserial)
    case .sign: decision(sign.p() < alpha, Double(sign.wins - sign.losses))
    case .t: decision(t.p < alpha, t.mean)
    case .bayes, .hierarchical: decision(alpha: alpha, chances(by: judge))
    }
  }

  private func decision(alpha: Double, _ chances: Posterior) -> Decision {
    if chances.rope > 1 - alpha { return .equal }
    return decision(
      max(chances.first, chances.second) > 1 - alpha, chances.first - chances.second)
  }

  /// The posterior of a Bayesian judge; of the hierarchical one NaN where it was not asked for.
  private func chances(by judge: Judge) -> Posterior {
    guard judge == .hierarchical else { return probabilities }
    return hierarchical?.probabilities ?? Posterior(first: .nan, rope: .nan, second: .nan)
  }

  private func decision(_ isShown: Bool, _ lead: Double) -> Decision {
    isShown ? (lead > 0 ? .first : .second) : .open
  }

  /// Who is better in `metric`, by how much and how surely; without a trailing dot.
  ///
  /// How much is the ``gain(by:confidence:)``, with an interval and the confidence that this has.
  package func verdict(
    alpha: Double, by judge: Judge = .wilcoxon, in metric: String
  ) -> String {
    let datasets = "on \(text(pairs, "dataset")), "
    let seen =
      record(sign.wins, sign.losses) + " " + datasets + evidence(of: judge, chances(by: judge))
    let gain = gain(by: judge, confidence: 1 - alpha)
    return switch decision(alpha: alpha, by: judge) {
    case .first: "\(first) is better than \(second) in \(metric) by \(gain.words): \(seen)"
    case .second:
      "\(second) is better than \(first) in \(metric) by \(gain.turned.words): "
        + "\(record(sign.losses, sign.wins)) " + datasets
        + evidence(of: judge, chances(by: judge).swapped)
    case .equal:
      "\(first) and \(second) are practically equal in \(metric), within "
        + "\(text(rope, digits: 3)): \(seen)"
    case .open:
      "no difference between \(first) and \(second) in \(metric) is shown: \(seen), "
        + "\(gain.name) \(gain.words)"
    }
  }

  /// `7 wins, 1 tie, 2 losses`.
  private func record(_ wins: Int, _ losses: Int) -> String {
    let lost = losses == 1 ? "1 loss" : "\(losses) losses"
    return "\(text(wins, "win")), \(text(sign.ties, "tie")), \(lost)"
  }

  private func evidence(of judge: Judge, _ chances: Posterior) -> String {
    switch judge {
    case .wilcoxon: "Wilcoxon signed-rank \(text(p: signedRank.p))"
    case .sign: "sign test \(text(p: sign.p()))"
    case .t where t.p.isNaN: "the t test undefined where all differences are the same"
    case .t: "paired t test \(text(p: t.p))"
    case .bayes, .hierarchical:
      (judge == .bayes ? "Bayesian signed-rank" : "hierarchical Bayesian")
        + " probabilities \(text(chances.first, digits: 3)) better, "
        + "\(text(chances.rope, digits: 3)) equal, \(text(chances.second, digits: 3)) worse"
    }
  }

  /// How much better the first is: the shift of Hodges and Lehmann, for the sign test the median
  /// difference, for the t test the mean one; NaN without pairs.
  package func gain(by judge: Judge, confidence: Double) -> Gain {
    switch judge {
    case .wilcoxon, .bayes:
      Gain(
        name: "Hodges-Lehmann shift", value: shift?.shift ?? .nan,
        interval: shift?.interval(confidence: confidence))
    case .hierarchical:
      Gain(name: "mean difference", value: hierarchical?.center ?? .nan, interval: nil)
    case .sign:
      Gain(
        name: "median difference", value: median(of: differences) ?? .nan,
        interval: medianInterval(of: differences, confidence: confidence))
    case .t:
      Gain(
        name: "mean difference", value: t.mean,
        interval: t.interval(confidence: confidence).map {
          Interval(lower: $0.lowerBound, upper: $0.upperBound, confidence: confidence)
        })
    }
  }
}

/// How much better one of two treatments is, and within which bounds.
package struct Gain: Sendable {
  package let name: String
  package let value: Double
  package let interval: Interval?

  /// How much better the other is.
  var turned: Gain {
    Gain(
      name: name, value: -value,
      interval: interval.map {
        Interval(lower: -$0.upper, upper: -$0.lower, confidence: $0.confidence)
      })
  }

  /// `0.0195 (95.6 % interval 0.0072 to 0.031)`.
  var words: String {
    let number = text(value, digits: 3)
    guard let interval else { return number }
    return "\(number) (\(text(100 * interval.confidence, digits: 3)) % interval "
      + "\(text(interval.lower, digits: 3)) to \(text(interval.upper, digits: 3)))"
  }
}
