/// A test that judges each pair by itself, and so can take for each the blocks that both are on:
/// datasets dropped pair by pair, where other tests drop a dataset for all.
package protocol PairHypothesis: Hypothesis {
  static var method: PairMethod { get }
  static var adjustment: Adjustment { get }
}

extension PairHypothesis {
  /// The findings, each pair on the blocks that both treatments are on.
  package static func run(
    pairwise blocks: Blocks, alpha: Double
  ) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    return try PostHoc(blocks, method, adjustment, keepingIncomplete: true)
      .finding(on: blocks, alpha: alpha)
  }
}

extension Wilcoxon: PairHypothesis {
  package static var method: PairMethod { .wilcoxon }
  package static var adjustment: Adjustment { .none }
}

extension WilcoxonHolm: PairHypothesis {
  package static var method: PairMethod { .wilcoxon }
  package static var adjustment: Adjustment { .holm }
}

extension WilcoxonShaffer: PairHypothesis {
  package static var method: PairMethod { .wilcoxon }
  package static var adjustment: Adjustment { .shaffer }
}

extension WilcoxonBergmann: PairHypothesis {
  package static var method: PairMethod { .wilcoxon }
  package static var adjustment: Adjustment { .bergmann }
}

extension SignTest: PairHypothesis {
  package static var method: PairMethod { .sign }
  package static var adjustment: Adjustment { .holm }
}

extension PairedT: PairHypothesis {
  package static var method: PairMethod { .t }
  package static var adjustment: Adjustment { .holm }
}
