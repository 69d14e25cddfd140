import Tables

/// The hierarchical Bayesian test of every pair, over the folds of all datasets.
package enum HierarchicalBayes {}

extension HierarchicalBayes: FoldHypothesis {
  package static let name = "hierarchical"
  package static let title = "Hierarchical Bayesian test of all pairs"
  package static let help = """
    How probable it is that on a further dataset one framework is better than another, for each \
    pair, from the scores of single folds or seeds: noisy datasets count less, and are drawn \
    towards the others. --rope says what is practically equal. center is the mean difference, spread \
    its scale between datasets. \(Hierarchical.draws) draws from a fixed seed: the last of three \
    digits is not to be trusted. A pair is decided where a probability is above 1 - alpha.
    """
  package static let reference = """
    Corani, Benavoli, Demsar, Mangili and Zaffalon, Statistical comparison of classifiers through \
    Bayesian hierarchical modelling, Machine Learning 106 (2017)
    """

  package static func run(
    on folds: Folds, alpha: Double, rope: Double
  ) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    let names = folds.treatments
    guard names.count > 1 else { throw .tooFewTreatments(names.count, needed: 2) }
    var table = Table(columns: [
      "a", "b", "p_a", "p_equal", "p_b", "center", "spread", "degrees_of_freedom", "datasets",
    ])
    var decided = 0
    for one in names.indices {
      for other in names.indices where other > one {
        let pairs = folds.pairs(one, other)
        var random = SplitMix64(seed: 1)
        let found = try Hierarchical(pairs, rope: rope, using: &random)
        decided += found.probabilities.largest > 1 - alpha ? 1 : 0
        let numbers = [
          found.probabilities.first, found.probabilities.rope, found.probabilities.second,
          found.center, found.spread, found.degreesOfFreedom,
        ]
        table.append(
          [.text(names[one]), .text(names[other])] + numbers.map { .number($0) }
            + [.integer(Int64(pairs.count))])
      }
    }
    return Finding(
      table: table,
      sentence: "\(decided) of \(text(table.rows.count, "pair")) decided with a probability above "
        + "\(text(1 - alpha, digits: 6)): hierarchical Bayesian test over folds"
        + (rope > 0 ? ", equal being within \(text(rope, digits: 6))" : ""))
  }
}
