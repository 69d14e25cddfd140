/// Wilcoxon's signed-rank test of every pair, adjusted by Bergmann and Hommel's procedure.
package enum WilcoxonBergmann {}

extension WilcoxonBergmann: Hypothesis {
  package static let name = "bergmann"
  package static let title =
    "Wilcoxon signed-rank tests of all pairs, adjusted by Bergmann and Hommel"
  package static let help = """
    Which pairs of frameworks differ: as shaffer, with all that logic allows, and so the most \
    powerful of these that hold alpha over all pairs. For up to 12 frameworks.
    """
  package static let reference = """
    Bergmann and Hommel, Improvements of general multiple test procedures for redundant systems of \
    hypotheses (1988); Garcia and Herrera, JMLR 9 (2008)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    // Before the tests of all pairs, which take their time.
    let most = BergmannHommel.mostTreatments
    guard blocks.treatments.count <= most else {
      throw .tooManyTreatments(blocks.treatments.count, most: most, name)
    }
    return try PostHoc(blocks, .wilcoxon, .bergmann).finding(on: blocks, alpha: alpha)
  }
}
