import Statistics

/// What is timed.
enum Work: String, CaseIterable {
  /// Friedman's test, the signed-rank test of all pairs adjusted by Holm, and Nemenyi's.
  case analysis
  /// The exact signed-rank test of the first two frameworks.
  case wilcoxon
  /// The Bayesian signed-rank test of all pairs, with a rope of 0.01 and 50,000 draws.
  case bayes

  /// Does the work; the answer is the p value, or the probability, that took the most of it.
  func answer(on blocks: Blocks) throws -> Double {
    switch self {
    case .analysis:
      let friedman = try Friedman(blocks)
      let holm = try WilcoxonHolm(blocks)
      let nemenyi = try Nemenyi(blocks, alpha: 0.05)
      return friedman.p + holm.adjusted.reduce(0, +) + nemenyi.pairs.reduce(0) { $0 + $1.p }
    case .wilcoxon:
      return Wilcoxon(blocks.values(of: 0), blocks.values(of: 1), method: .exact).p
    case .bayes:
      var random = SplitMix64(seed: 1)
      let pairs = try BayesianSignedRank(blocks, rope: 0.01, using: &random).pairs
      return pairs.reduce(0) { $0 + $1.probabilities.first }
    }
  }
}
