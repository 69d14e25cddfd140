import Tables

/// Wilcoxon's signed-rank test of two treatments over paired blocks, two-sided.
///
/// ```
/// Wilcoxon([0.84, 0.79, 0.91], [0.81, 0.76, 0.85]).p   // 0.25
/// ```
///
/// Differences, their ties and their zeros are those of the decimal numbers. Up to
/// ``exactLimit`` differences p comes from the exact distribution over all sign flips, given ties and
/// zeros: p = min(1, 2 min(P(W <= w), P(W >= w))), tails summed directly. Beyond, from the normal
/// approximation with ties corrected for and no continuity correction.
///
/// **Edge cases**: without any difference p is 1, the effect 0. Pratt is the default rule: dropping
/// zeros makes frameworks that tie on most datasets look different.
///
/// **Source**: Wilcoxon, Individual comparisons by ranking methods (1945); Pratt, Remarks on zeros
/// and ties in the Wilcoxon signed rank procedures, JASA 54 (1959).
/// - Complexity: O(n^3) for the exact p.
package struct Wilcoxon: Sendable {
  package enum Method: String, Sendable {
    case exact
    case normal
  }

  /// The number of differences up to which p is exact.
  package static let exactLimit = 500

  /// Sums of the ranks of positive and of negative differences.
  package let positive, negative: Double
  /// Pairs where the first value is larger, equal, smaller.
  package let larger, zeros, smaller: Int
  /// Differences that share their size with another.
  package let ties: Int
  /// How far the positive sum lies from its mean, in standard deviations; 0 without differences.
  package let z: Double
  package let method: Method
  package let p: Double

  /// Compares `first` and `second`, paired by position; all values are finite.
  package init(_ first: [Double], _ second: [Double], zeros rule: ZeroRule = .pratt) {
    precondition(first.count == second.count, "values come in pairs")
    let decimals = DecimalMultiples(of: first + second).multiples
    let differences = first.indices.map { decimals[$0] - decimals[first.count + $0] }
    var flips = SignFlips(weights: [])
    self.init(differences: differences, zeros: rule, sharing: &flips)
  }

  /// Tests `differences`, taking the distribution from `flips` where that of the last test serves,
  /// as it does for every pair without ties.
  init(differences: [Int128], zeros rule: ZeroRule, sharing flips: inout SignFlips) {
    let sums = SignedRankSums(of: differences, zeros: rule)
    (positive, negative) = (sums.positive, sums.negative)
    (larger, zeros, smaller) = (sums.larger, sums.zeros, sums.smaller)
    ties = sums.ties
    z = sums.variance > 0 ? (positive - negative) / 2 / sums.variance.squareRoot() : 0
    method = larger + smaller <= Self.exactLimit ? .exact : .normal
    switch method {
    case .exact: p = sums.exactP(&flips)
    case .normal: p = 2 * Normal.survival(abs(z))
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
