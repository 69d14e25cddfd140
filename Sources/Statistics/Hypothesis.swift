package import Tables

/// A statistical test over blocks: whether treatments differ, and which.
///
/// A new test is one file in `Hypotheses/` and one line in ``hypotheses``.
package protocol Hypothesis: Sendable {
  /// What is typed: `benchdb test NAME`.
  static var name: String { get }
  /// The name in print.
  static var title: String { get }
  /// A paragraph: what is tested, by which rules, and when not to use it.
  static var help: String { get }
  /// Where the test was published.
  static var reference: String { get }
  /// Whether it takes blocks too that lack a treatment.
  static var takesIncomplete: Bool { get }

  /// The findings at the level `alpha`; throws where the data cannot answer.
  static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding
}

extension Hypothesis {
  package static var takesIncomplete: Bool { false }
}

/// A test that can tell what is practically equal from what is not.
package protocol RopeHypothesis: Hypothesis {
  /// The findings where differences up to `rope` are practically none.
  static func run(
    on blocks: Blocks, alpha: Double, rope: Double
  ) throws(StatisticsError) -> Finding
}

/// A judgement that can measure scores by more than one another.
package protocol YardstickHypothesis: Hypothesis {
  /// The findings where `perfect` is the score without error and `reference` the treatment whose score
  /// counts as nothing.
  static func run(
    on blocks: Blocks, alpha: Double, perfect: Double?, reference: String?
  ) throws(StatisticsError) -> Finding
}

/// A test of the scores on single folds, which mean scores cannot answer.
package protocol FoldHypothesis: Hypothesis {
  static func run(
    on folds: Folds, alpha: Double, rope: Double
  ) throws(StatisticsError) -> Finding
}

/// A test of scores and of what else is known of the blocks.
package protocol FeatureHypothesis: Hypothesis {
  static func run(
    on blocks: Blocks, _ features: Features, alpha: Double
  ) throws(StatisticsError) -> Finding
}

extension RopeHypothesis {
  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    try run(on: blocks, alpha: alpha, rope: 0)
  }
}

extension YardstickHypothesis {
  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    try run(on: blocks, alpha: alpha, perfect: nil, reference: nil)
  }
}

extension FoldHypothesis {
  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    _ = try level(alpha)
    try blocks.require(blocks: 1, treatments: 2)
    throw .needs("the scores of single folds", of: name)
  }
}

extension FeatureHypothesis {
  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    _ = try level(alpha)
    try blocks.require(blocks: 1, treatments: 2)
    throw .needs("features of the datasets", of: name)
  }
}

/// Every test there is, in the order of listings.
package let hypotheses: [any Hypothesis.Type] = [
  Automatic.self,
  Friedman.self,
  AlignedFriedman.self,
  Quade.self,
  SkillingsMack.self,
  RepeatedMeasures.self,
  Nemenyi.self,
  BonferroniDunn.self,
  Conover.self,
  QuadePairs.self,
  Wilcoxon.self,
  WilcoxonHolm.self,
  WilcoxonShaffer.self,
  WilcoxonBergmann.self,
  SignTest.self,
  PairedT.self,
  PermutationPairs.self,
  CorrectedTs.self,
  Bayes.self,
  BayesSign.self,
  HierarchicalBayes.self,
  BradleyTerry.self,
  BradleyTerryTree.self,
  RatingList.self,
]

/// What a test found: numbers, and the sentence that says them.
package struct Finding: Sendable, Equatable {
  /// A row per finding: the omnibus test has one, a pairwise test one per pair.
  package let table: Table
  /// One sentence for a reader, without a trailing dot.
  package let sentence: String
}

/// `alpha`, or an error where it is no level.
func level(_ alpha: Double) throws(StatisticsError) -> Double {
  guard alpha > 0, alpha < 1 else { throw .alpha(alpha) }
  return alpha
}
