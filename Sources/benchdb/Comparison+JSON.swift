import Foundation
import Statistics

extension Comparison {
  /// Everything as one JSON object, its names sorted; what has no answer is left out.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.keyEncodingStrategy = .convertToSnakeCase
    return String(decoding: try encoder.encode(ComparisonAnswer(self)), as: UTF8.self) + "\n"
  }
}

/// What `compare --format json` writes.
private struct ComparisonAnswer: Encodable {
  struct Side: Encodable {
    let framework, source, budget: String
    let mean: Double?
    let scores, imputed: Int
  }

  struct Shift: Encodable {
    let value: Double
    let low, high, confidence: Double?
  }

  struct Test: Encodable {
    let p: Double?
    let statistic: Double?
    let method: String?
  }

  struct Probabilities: Encodable {
    let a, equal, b, rope: Double
    let draws: Int
    let seed: UInt64
  }

  let verdict, decision: String
  let judge: String
  let alpha: Double
  let metric, better, impute: String
  let a, b: Side
  let datasets, wins, ties, losses: Int
  let medianDifference, meanDifference, hodgesLehmann: Shift
  let wilcoxon, sign, t: Test
  let rankBiserial: Double
  let a12: Double?
  let normalDifferences: Double?
  let bayes: Probabilities
  let hierarchical: Hierarchy?
  let folds: [Folds]
  let notes: [String]
  let leftOut: [PairedScores.LeftOut]
  let values: [Pair]

  struct Hierarchy: Encodable {
    let a, equal, b, rope: Double
    let center, spread, degreesOfFreedom: Double
    let draws: Int
    let seed: UInt64
  }

  /// Nadeau and Bengio's test of one dataset.
  struct Folds: Encodable {
    let dataset: String
    let folds: Int
    let testShare, meanDifference: Double
    let t, p: Double?
  }

  struct Pair: Encodable {
    let dataset: String
    let a, b: Double
  }

  init(_ comparison: Comparison) {
    let (found, scores) = (comparison.found, comparison.scores)
    let subject = comparison.pairing.first.subject
    verdict = comparison.verdict
    judge = comparison.judge.rawValue
    decision = comparison.decision
    alpha = comparison.alpha
    (metric, better, impute) = (subject.metric, subject.direction, comparison.rule.rawValue)
    a = Side(comparison.pairing.first, scores.first)
    b = Side(comparison.pairing.second, scores.second)
    datasets = found.pairs
    (wins, ties, losses) = (found.sign.wins, found.sign.ties, found.sign.losses)
    medianDifference = Shift(found.gain(by: .sign, confidence: 1 - alpha))
    meanDifference = Shift(found.gain(by: .t, confidence: 1 - alpha))
    hodgesLehmann = Shift(found.gain(by: .wilcoxon, confidence: 1 - alpha))
    wilcoxon = Test(
      p: found.signedRank.p, statistic: found.signedRank.statistic,
      method: found.signedRank.method.rawValue)
    sign = Test(p: found.sign.p(), statistic: nil, method: "exact")
    t = Test(p: found.t.p.finite, statistic: found.t.t.finite, method: nil)
    (rankBiserial, a12, normalDifferences) = (found.rankBiserial, found.a12, found.normality)
    bayes = Probabilities(
      a: found.probabilities.first, equal: found.probabilities.rope,
      b: found.probabilities.second, rope: found.rope, draws: BayesianSignedRank.draws,
      seed: Comparison.seed)
    hierarchical = found.hierarchical.map(Hierarchy.init)
    folds = found.folds.map(Folds.init)
    notes = comparison.notes
    leftOut = scores.leftOut
    values = scores.datasets.indices.map {
      Pair(dataset: scores.datasets[$0], a: scores.first.values[$0], b: scores.second.values[$0])
    }
  }
}

extension Comparison {
  /// Who is better, as a word: `a`, `b`, `equal` or `open`.
  fileprivate var decision: String {
    switch found.decision(alpha: alpha, by: judge) {
    case .first: "a"
    case .second: "b"
    case .equal: "equal"
    case .open: "open"
    }
  }
}

extension ComparisonAnswer.Side {
  fileprivate init(_ side: Pairing.Side, _ scores: PairedScores.Side) {
    self.init(
      framework: side.framework, source: side.subject.source, budget: side.subject.budget,
      mean: Statistics.mean(of: scores.values), scores: scores.scores.reduce(0, +),
      imputed: scores.imputed)
  }
}

extension ComparisonAnswer.Hierarchy {
  fileprivate init(_ found: Hierarchical) {
    self.init(
      a: found.probabilities.first, equal: found.probabilities.rope, b: found.probabilities.second,
      rope: found.rope, center: found.center, spread: found.spread,
      degreesOfFreedom: found.degreesOfFreedom, draws: found.shares.count, seed: Comparison.seed)
  }
}

extension ComparisonAnswer.Folds {
  fileprivate init(_ pairs: FoldPairs) {
    let test = pairs.correctedT()
    self.init(
      dataset: pairs.dataset, folds: pairs.first.count, testShare: pairs.testShare,
      meanDifference: test.mean, t: test.t.finite, p: test.p.finite)
  }
}

extension ComparisonAnswer.Shift {
  fileprivate init(_ gain: Gain) {
    self.init(
      value: gain.value, low: gain.interval?.lower, high: gain.interval?.upper,
      confidence: gain.interval?.confidence)
  }
}

extension Double {
  fileprivate var finite: Double? { isFinite ? self : nil }
}
