/// McNemar's test of two classifiers, from how often each alone is right.
///
/// ```
/// McNemar(onlyFirst: 10, onlySecond: 2).p(.exact)   // 0.03857421875
/// ```
///
/// Under the null hypothesis each of the n = b + c cases on which they disagree is a fair coin.
///
/// **Edge cases**: no disagreement gives p = 1.
///
/// **Source**: McNemar, Note on the sampling error of the difference between correlated
/// proportions, Psychometrika 12 (1947); Edwards, Psychometrika 13 (1948), for the correction;
/// Fagerland, Lydersen and Laake, The McNemar test for binary matched-pairs data, BMC Medical
/// Research Methodology 13 (2013), who recommend the mid-p.
/// - Complexity: O(sqrt n).
package struct McNemar: Sendable {
  package enum Method: String, Sendable, CaseIterable {
    /// Twice the binomial tail; never above its level, often far below.
    case exact
    /// Twice the binomial tail without half of the observed count; 1 less that half for b = c.
    case midP = "mid-p"
    /// (b - c)^2 / (b + c) as chi-squared with one degree of freedom.
    case chiSquared = "chi-squared"
    /// The same with (|b - c| - 1)^2; never below 0.
    case corrected = "chi-squared-corrected"
  }

  /// Cases that only the first classifier, and only the second, has right: b and c.
  package let onlyFirst, onlySecond: Int

  package init(onlyFirst: Int, onlySecond: Int) {
    precondition(onlyFirst >= 0 && onlySecond >= 0, "cases are counted")
    (self.onlyFirst, self.onlySecond) = (onlyFirst, onlySecond)
  }

  /// The chi-squared statistic, 0 without disagreement.
  package func statistic(corrected: Bool) -> Double {
    guard disagreements > 0 else { return 0 }
    let distance = Double(abs(onlyFirst - onlySecond))
    let moved = corrected ? max(0, distance - 1) : distance
    return moved * moved / Double(disagreements)
  }

  package func p(_ method: Method) -> Double {
    guard disagreements > 0 else { return 1 }
    switch method {
    case .exact: return min(1, 2 * lowerTail)
    case .midP: return onlyFirst == onlySecond ? 1 - here / 2 : 2 * lowerTail - here
    case .chiSquared: return chiSquared(corrected: false)
    case .corrected: return chiSquared(corrected: true)
    }
  }

  private var disagreements: Int { onlyFirst + onlySecond }

  private var coin: Binomial { Binomial(trials: disagreements) }

  private var lowerTail: Double { coin.lowerTail(min(onlyFirst, onlySecond)) }

  /// The probability of the observed count.
  private var here: Double { coin.density(min(onlyFirst, onlySecond)) }

  private func chiSquared(corrected: Bool) -> Double {
    ChiSquared(degreesOfFreedom: 1).survival(statistic(corrected: corrected))
  }
}
