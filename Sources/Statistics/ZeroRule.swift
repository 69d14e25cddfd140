/// What becomes of pairs without a difference in the signed-rank test.
package enum ZeroRule: String, Sendable, CaseIterable {
  /// Zeros are left out before ranking (Wilcoxon 1945; the default of R and scipy).
  case wilcox
  /// Zeros are ranked and then left out (Pratt 1959).
  case pratt
  /// Zeros are ranked, and their ranks split between both sides.
  case zsplit
}
