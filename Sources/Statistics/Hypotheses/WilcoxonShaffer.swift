/// Wilcoxon's signed-rank test of every pair, adjusted by Shaffer's static procedure.
package enum WilcoxonShaffer {}

extension WilcoxonShaffer: Hypothesis {
  package static let name = "shaffer"
  package static let title = "Wilcoxon signed-rank tests of all pairs, adjusted by Shaffer"
  package static let help = """
    Which pairs of frameworks differ: as holm, sharpened by logic, since a framework cannot equal \
    both of two that differ. Never less powerful than holm, and as safe.
    """
  package static let reference = """
    Shaffer, Modified sequentially rejective multiple test procedures, JASA 81 (1986); Garcia and \
    Herrera, JMLR 9 (2008)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    return try PostHoc(blocks, .wilcoxon, .shaffer).finding(on: blocks, alpha: alpha)
  }
}
