/// How p values are adjusted for the number of comparisons.
package enum Adjustment: String, Sendable, CaseIterable {
  case none
  case bonferroni
  case holm
  case hochberg
  case hommel
  /// Benjamini and Hochberg's.
  case bh
  /// Benjamini and Yekutieli's.
  case by
  /// Shaffer's static procedure; for all pairs only.
  case shaffer
  /// Bergmann and Hommel's; for all pairs only, of at most ``BergmannHommel/mostTreatments``.
  case bergmann
}

extension Adjustment {
  /// The name in print.
  package var title: String {
    switch self {
    case .none: "uncorrected"
    case .bonferroni: "adjusted by Bonferroni"
    case .holm: "adjusted by Holm"
    case .hochberg: "adjusted by Hochberg"
    case .hommel: "adjusted by Hommel"
    case .bh: "adjusted by Benjamini and Hochberg (false discovery rate)"
    case .by: "adjusted by Benjamini and Yekutieli (false discovery rate)"
    case .shaffer: "adjusted by Shaffer's static procedure"
    case .bergmann: "adjusted by Bergmann and Hommel"
    }
  }

  /// The adjusted p values, in the order of `p`; NaN stands for a comparison that was not made.
  ///
  /// - Parameter treatments: how many `p` compares, all with all in the order (0, 1), (0, 2), ...
  ///   (1, 2), ...; nil where they are other comparisons, which Shaffer's and Bergmann's procedures
  ///   do not take.
  package func adjust(_ p: [Double], allPairsOf treatments: Int?) throws(StatisticsError)
    -> [Double]
  {
    switch self {
    case .none: return p
    case .bonferroni: return Statistics.bonferroni(p)
    case .holm: return Statistics.holm(p)
    case .hochberg: return Statistics.hochberg(p)
    case .hommel: return Statistics.hommel(p)
    case .bh: return benjaminiHochberg(p)
    case .by: return benjaminiYekutieli(p)
    case .shaffer, .bergmann: break
    }
    guard let treatments else { throw .needsAllPairs(rawValue) }
    guard self == .bergmann else { return Statistics.shaffer(p, treatments: treatments) }
    let most = BergmannHommel.mostTreatments
    guard treatments <= most else { throw .tooManyTreatments(treatments, most: most, rawValue) }
    return BergmannHommel(p, treatments: treatments).adjusted
  }
}

/// The places of the p values that are not NaN, from the smallest p to the largest.
func ascending(_ p: [Double]) -> [Int] {
  p.indices.filter { !p[$0].isNaN }.sorted { p[$0] < p[$1] }
}
