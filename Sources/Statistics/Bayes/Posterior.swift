/// Three probabilities that sum to 1: that the first of two treatments is better, that they are
/// practically equal (within the region of practical equivalence, the rope), and that the second
/// is.
package struct Posterior: Sendable, Equatable {
  package let first, rope, second: Double

  package init(first: Double, rope: Double, second: Double) {
    (self.first, self.rope, self.second) = (first, rope, second)
  }

  /// The same with the treatments the other way round.
  package var swapped: Posterior { Posterior(first: second, rope: rope, second: first) }

  /// The largest of the three.
  package var largest: Double { max(first, rope, second) }
}
