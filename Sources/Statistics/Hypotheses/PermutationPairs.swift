import Tables

/// The permutation test of every pair, adjusted by Holm.
package enum PermutationPairs {}

extension PermutationPairs: Hypothesis {
  package static let name = "permutation"
  package static let title = "Permutation tests of all pairs, adjusted by Holm"
  package static let help = """
    Which pairs of frameworks differ in mean score: as t, but without a normal distribution, by all \
    signs that the differences might have had; exact where that is quick, else of 100,000 draws from a \
    fixed seed. Scores should be in one unit on all datasets. Adjusted over all pairs by Holm.
    """
  package static let reference = """
    Fisher, The design of experiments (1935); Phipson and Smyth, Permutation p-values should never be \
    zero, Statistical Applications in Genetics and Molecular Biology 9 (2010)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    try blocks.require(blocks: 1, treatments: 2)
    let names = blocks.treatments
    let pairs = names.indices.flatMap { one in
      names.indices.filter { $0 > one }.map { (one, $0) }
    }
    var random = SplitMix64(seed: 1)
    let sign: Double = blocks.better == .higher ? 1 : -1
    let tests = pairs.map { one, other in
      PermutationTest(blocks.values(of: one), blocks.values(of: other), using: &random)
    }
    let adjusted = try Adjustment.holm.adjust(tests.map(\.p), allPairsOf: names.count)
    return Finding(
      table: Table(
        columns: ["a", "b", "mean_difference", "p", "p_adjusted"],
        rows: pairs.indices.map { place in
          [.text(names[pairs[place].0]), .text(names[pairs[place].1])]
            + [sign * tests[place].mean, tests[place].p, adjusted[place]].map { .number($0) }
        }),
      sentence: verdict(adjusted.count { $0 < alpha }, of: pairs.count, at: alpha)
        + ": permutation test, adjusted by Holm, on \(blocks.datasets)")
  }
}
