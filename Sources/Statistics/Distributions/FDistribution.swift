/// Snedecor's F distribution.
package struct FDistribution: Sendable {
  /// Degrees of freedom of the numerator and of the denominator.
  package let numerator, denominator: Double

  package init(numerator: Double, denominator: Double) {
    precondition(numerator > 0 && denominator > 0, "degrees of freedom are above 0")
    (self.numerator, self.denominator) = (numerator, denominator)
  }

  /// The probability above `f`; 0 at infinity.
  package func survival(_ f: Double) -> Double {
    guard f < .infinity else { return f.isNaN ? f : 0 }
    let sum = denominator + numerator * f
    return incompleteBeta(
      denominator / 2, numerator / 2, x: denominator / sum, y: numerator * f / sum)
  }
}
