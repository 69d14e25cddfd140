import Tables

/// Nadeau and Bengio's corrected t test of every pair on every dataset, by the scores of its folds.
package enum CorrectedTs {}

extension CorrectedTs: FoldHypothesis {
  package static let name = "corrected-t"
  package static let title = "Corrected t test of all pairs on each dataset, adjusted by Holm"
  package static let help = """
    On which datasets two frameworks differ, by the scores of single folds or seeds: Student's t, \
    corrected by Nadeau and Bengio for training sets that overlap, and adjusted by Holm over all pairs \
    and datasets. p_a, p_equal and p_b are the Bayesian answer: the probabilities of a difference \
    above --rope, within it, and below.
    """
  package static let reference = """
    Nadeau and Bengio, Inference for the generalization error, Machine Learning 52 (2003); Corani and \
    Benavoli, A Bayesian approach for comparing cross-validated algorithms on multiple data sets, \
    Machine Learning 100 (2015)
    """

  package static func run(
    on folds: Folds, alpha: Double, rope: Double
  ) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    let names = folds.treatments
    guard names.count > 1 else { throw .tooFewTreatments(names.count, needed: 2) }
    let all = names.indices.flatMap { one in
      names.indices.filter { $0 > one }.flatMap { other in
        folds.pairs(one, other).map { (one, other, $0) }
      }
    }
    let tests = all.map { $0.2.correctedT() }
    let adjusted = try Adjustment.holm.adjust(tests.map(\.p), allPairsOf: nil)
    let rows = all.indices.map { place in
      row(names[all[place].0], names[all[place].1], all[place].2, adjusted[place], rope)
    }
    let differing = adjusted.count { $0 < alpha }
    return Finding(
      table: Table(
        columns: [
          "a", "b", "dataset", "folds", "test_share", "mean_difference", "t", "p", "p_adjusted",
          "p_a", "p_equal", "p_b",
        ], rows: rows),
      sentence:
        "\(differing) of \(text(rows.count, "comparison")) \(differing == 1 ? "is" : "are") "
        + "shown to differ at \(alpha): corrected t test of pairs on datasets, adjusted by Holm")
  }

  private static func row(
    _ one: String, _ other: String, _ pairs: FoldPairs, _ adjusted: Double, _ rope: Double
  ) -> [Value] {
    let test = pairs.correctedT()
    let found = CorrelatedT(pairs.first, pairs.second, testShare: pairs.testShare)
      .probabilities(rope: rope)
    let numbers = [
      pairs.testShare, test.mean, test.t, test.p, adjusted, found.first, found.rope, found.second,
    ]
    return [
      .text(one), .text(other), .text(pairs.dataset), .integer(Int64(pairs.first.count)),
    ] + numbers.map { .number($0) }
  }
}
