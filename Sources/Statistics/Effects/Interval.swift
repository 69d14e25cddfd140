/// A confidence interval, with the confidence it has.
package struct Interval: Sendable, Equatable {
  package let lower, upper: Double
  /// Between 0 and 1: what was asked for or, of an exact interval, what its order statistics have,
  /// which is as little more as they allow, and less only where all of the data is too few.
  package let confidence: Double

  package init(lower: Double, upper: Double, confidence: Double) {
    (self.lower, self.upper, self.confidence) = (lower, upper, confidence)
  }
}
