/// What a test of two treatments holds against the null hypothesis of no difference.
package enum Alternative: String, Sendable, CaseIterable {
  /// The two differ: either may be larger.
  case twoSided = "two-sided"
  /// The first is larger.
  case greater
  /// The first is smaller.
  case less
}

extension Alternative {
  /// The p value of a statistic with the given tails: P(S <= s) and P(S >= s).
  ///
  /// Two-sided it is twice the smaller tail, at most 1.
  func p(below: Double, above: Double) -> Double {
    switch self {
    case .twoSided: min(1, 2 * min(below, above))
    case .greater: above
    case .less: below
    }
  }

  /// The p value of a standard normal `z`.
  func p(normal z: Double) -> Double {
    switch self {
    case .twoSided: 2 * Normal.survival(abs(z))
    case .greater: Normal.survival(z)
    case .less: Normal.survival(-z)
    }
  }

  /// `z`, moved by `correction` towards the null hypothesis.
  func corrected(_ z: Double, by correction: Double) -> Double {
    switch self {
    case .twoSided: z > 0 ? max(0, z - correction) : min(0, z + correction)
    case .greater: z - correction
    case .less: z + correction
    }
  }
}
