/// Student's t distribution.
package struct StudentT: Sendable {
  package let degreesOfFreedom: Double

  package init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom > 0, "degrees of freedom are above 0")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// The probability above `t`.
  package func survival(_ t: Double) -> Double {
    t < 0 ? 1 - twoSided(t) / 2 : twoSided(t) / 2
  }

  /// The probability beyond `t` on both sides.
  package func twoSided(_ t: Double) -> Double {
    let square = t * t
    let sum = degreesOfFreedom + square
    guard sum < .infinity else { return t.isNaN ? t : 0 }
    return incompleteBeta(degreesOfFreedom / 2, 0.5, x: degreesOfFreedom / sum, y: square / sum)
  }
}
