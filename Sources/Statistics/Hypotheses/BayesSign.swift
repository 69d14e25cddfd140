import Tables

/// The Bayesian sign test of every pair.
package enum BayesSign {}

extension BayesSign: RopeHypothesis {
  package static let name = "bayes-sign"
  package static let title = "Bayesian sign test of all pairs"
  package static let help = """
    How probable it is that one framework is better than another on more datasets than not, for each \
    pair, whatever the size of differences. --rope says what is practically equal; one such dataset is \
    put beside the data. Exact, without draws. A pair is decided where a probability is above \
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
    try blocks.require(blocks: 1, treatments: 2)
    let names = blocks.treatments
    var table = Table(columns: ["a", "b", "p_a", "p_equal", "p_b", "wins", "ties", "losses"])
    var decided = 0
    for one in names.indices {
      for other in names.indices where other > one {
        let values = [blocks.values(of: one), blocks.values(of: other)]
        let (upper, lower) = blocks.better == .higher ? (0, 1) : (1, 0)
        let found = BayesianSign(values[upper], values[lower], rope: rope)
        let chances = found.probabilities
        decided += chances.largest > 1 - alpha ? 1 : 0
        table.append(
          [.text(names[one]), .text(names[other])]
            + [chances.first, chances.rope, chances.second].map { .number($0) }
            + [found.wins, found.ties, found.losses].map { .integer(Int64($0)) })
      }
    }
    return Finding(
      table: table,
      sentence: "\(decided) of \(text(table.rows.count, "pair")) decided with a probability above "
        + "\(text(1 - alpha, digits: 6)): Bayesian sign test on \(blocks.datasets)")
  }
}
