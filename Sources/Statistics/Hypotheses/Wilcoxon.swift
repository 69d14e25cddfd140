import Tables

/// Wilcoxon's signed-rank test of two treatments over paired blocks.
///
/// ```
/// Wilcoxon([0.84, 0.79, 0.91], [0.81, 0.76, 0.85]).p   // 0.25
/// ```
///
/// Differences, their ties and their zeros are those of the decimal numbers. The exact p is of the
/// distribution over all sign flips, given ties and zeros: P(W >= w), P(W <= w), or twice the
/// smaller of them, tails summed directly. The normal approximation is corrected for ties, and for
/// continuity where asked: the distance from the mean, less 1/2.
///
/// **Edge cases**: without any difference p is 1, the effect 0. Pratt is the default rule: dropping
/// zeros makes frameworks that tie on most datasets look different.
///
/// **Source**: Wilcoxon, Individual comparisons by ranking methods (1945); Pratt, Remarks on zeros
/// and ties in the Wilcoxon signed rank procedures, JASA 54 (1959). R and scipy agree where there
/// are neither ties nor zeros; with them, R's `wilcox.test` never is exact, and scipy's `exact`
/// takes the table for no ties, where this is exactRankTests' `wilcox.exact`.
/// - Complexity: O(n^3) for the exact p, in O(n^2) of memory; else O(n log n).
package struct Wilcoxon: Sendable {
  package enum Method: String, Sendable {
    case exact
    case normal
  }

  /// The number of differences up to which p is exact unless a method is asked for.
  package static let exactLimit = 500
  /// The number of differences up to which p can be exact.
  package static let exactMost = 1000

  /// Sums of the ranks of positive and of negative differences.
  package let positive, negative: Double
  /// Pairs where the first value is larger, equal, smaller.
  package let larger, zeros, smaller: Int
  /// Differences that share their size with another.
  package let ties: Int
  /// How far the positive sum lies from its mean, in standard deviations and without correction; 0
  /// without differences.
  package let z: Double
  package let method: Method
  package let p: Double

  /// Compares `first` and `second`, paired by position; all values are finite.
  ///
  /// Without a `method`, p is exact up to ``exactLimit`` differences; past ``exactMost`` it never
  /// is.
  package init(
    _ first: [Double], _ second: [Double], zeros rule: ZeroRule = .pratt,
    alternative: Alternative = .twoSided, method: Method? = nil, continuity: Bool = false
  ) {
    self.init(
      Differences(first, second), zeros: rule, alternative: alternative, method: method,
      continuity: continuity)
  }

  /// Tests whether `differences` lie around 0.
  package init(
    _ differences: Differences, zeros rule: ZeroRule = .pratt,
    alternative: Alternative = .twoSided, method: Method? = nil, continuity: Bool = false
  ) {
    self.init(
      SignedRankSums(of: differences.multiples, zeros: rule), alternative, method, continuity)
  }

  /// Tests differences by their `sums`, taking the distribution from `flips` where one is kept there.
  init(
    _ sums: SignedRankSums, _ alternative: Alternative = .twoSided, _ asked: Method? = nil,
    _ continuity: Bool = false, sharing flips: SharedFlips = SharedFlips()
  ) {
    (positive, negative) = (sums.positive, sums.negative)
    (larger, zeros, smaller) = (sums.larger, sums.zeros, sums.smaller)
    ties = sums.ties
    let deviation = sums.variance.squareRoot()
    z = deviation > 0 ? (positive - negative) / 2 / deviation : 0
    let count = larger + smaller
    let wished = asked ?? (count <= Self.exactLimit ? .exact : .normal)
    method = count <= Self.exactMost ? wished : .normal
    switch method {
    case _ where count == 0: p = 1
    case .exact: p = sums.exactP(alternative, flips)
    case .normal:
      let correction = continuity ? 0.5 / deviation : 0
      p = alternative.p(normal: alternative.corrected(z, by: correction))
    }
  }

  /// The smaller of the two rank sums.
  package var statistic: Double { min(positive, negative) }

  /// The matched-pairs rank-biserial correlation, from -1 to 1: (W+ - W-) / (W+ + W-).
  ///
  /// **Source**: Kerby, The simple difference formula, Comprehensive Psychology 3 (2014).
  package var effect: Double {
    positive + negative > 0 ? (positive - negative) / (positive + negative) : 0
  }
}

extension Wilcoxon: Hypothesis {
  package static let name = "wilcoxon"
  package static let title = "Wilcoxon signed-rank test of each pair"
  package static let help = """
    Whether two frameworks differ, for each pair by itself, two-sided. Exact up to 500 datasets \
    that differ, given ties and zeros; zeros by Pratt's rule. The p values are not corrected for \
    the number of pairs: with more than two frameworks, judge by holm. A positive effect \
    (rank-biserial) means that a is better.
    """
  package static let reference = """
    Wilcoxon, Individual comparisons by ranking methods, Biometrics Bulletin 1 (1945); Pratt, \
    Remarks on zeros and ties in the Wilcoxon signed rank procedures, JASA 54 (1959)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    let pairs = try WilcoxonPairs(blocks).pairs
    let table = Table(
      columns: ["a", "b", "statistic", "p", "effect", "wins", "ties", "losses", "method"],
      rows: pairs.map { pair in
        let test = pair.test
        return [
          .text(blocks.treatments[pair.first]), .text(blocks.treatments[pair.second]),
          .real(test.statistic), .real(test.p), .real(test.effect), .integer(Int64(test.larger)),
          .integer(Int64(test.zeros)), .integer(Int64(test.smaller)),
          .text(test.method.rawValue),
        ]
      })
    return Finding(table: table, sentence: sentence(on: pairs, alpha, blocks))
  }

  private static func sentence(
    on pairs: [WilcoxonPairs.Pair], _ alpha: Double, _ blocks: Blocks
  ) -> String {
    if let pair = pairs.first, pairs.count == 1 { return pair.sentence(alpha, on: blocks) }
    let differing = pairs.count { $0.test.p < alpha }
    return verdict(differing, of: pairs.count, at: alpha)
      + ", uncorrected: Wilcoxon signed-rank, Pratt zeros, on \(blocks.datasets)"
  }
}

extension WilcoxonPairs.Pair {
  /// Who wins, of two frameworks alone.
  fileprivate func sentence(_ alpha: Double, on blocks: Blocks) -> String {
    let (a, b) = (blocks.treatments[first], blocks.treatments[second])
    let numbers =
      "Wilcoxon signed-rank W = \(text(test.statistic, digits: 6)), Pratt zeros, "
      + "\(text(p: test.p)) on \(blocks.datasets)"
    guard test.p < alpha else { return "no difference between \(a) and \(b) is shown: \(numbers)" }
    return test.effect > 0
      ? "\(a) is better than \(b): \(numbers)" : "\(b) is better than \(a): \(numbers)"
  }
}
