import Tables

/// The Bayesian signed-rank test of every pair.
package enum Bayes {}

extension Bayes: RopeHypothesis {
  package static let name = "bayes"
  package static let title = "Bayesian signed-rank test of all pairs"
  package static let help = """
    How probable it is that one framework is better than another, for each pair: no p value, and \
    so none to adjust. --rope says what is practically equal. 50,000 draws from a fixed seed: the \
    last of three digits is not to be trusted. A pair is decided where a probability is above \
    1 - alpha.
    """
  package static let reference = """
    Benavoli, Corani, Demsar and Zaffalon, Time for a change: a tutorial for comparing multiple \
    classifiers through Bayesian analysis, JMLR 18 (2017)
    """

  package static func run(
    on blocks: Blocks, alpha: Double, rope: Double
  ) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    var random = SplitMix64(seed: 1)
    let pairs = try BayesianSignedRank(blocks, rope: rope, using: &random).pairs
    let names = blocks.treatments
    let decided = pairs.count { $0.probabilities.largest > 1 - alpha }
    let words =
      pairs.count == 1
      ? "\(names[0]) is better than \(names[1]) with probability "
        + text(pairs[0].probabilities.first, digits: 3)
      : "\(decided) of \(pairs.count) pairs are decided with a probability above "
        + text(1 - alpha, digits: 6)
    return Finding(
      table: Table(
        columns: ["a", "b", "p_a", "p_equal", "p_b"],
        rows: pairs.map { pair in
          let found = pair.probabilities
          return [
            .text(names[pair.first]), .text(names[pair.second]), .number(found.first),
            .number(found.rope), .number(found.second),
          ]
        }), sentence: words + ": Bayesian signed-rank test on \(blocks.datasets)")
  }
}
