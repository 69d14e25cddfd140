/// The chi-squared distribution.
package struct ChiSquared: Sendable {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom are above 0")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability above `x`.
  package func survival(_ x: Double) -> Double {
    upperGamma(degreesOfFreedom / 2, x / 2)
  }
}
