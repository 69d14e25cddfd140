import func Glibc.exp
import func Glibc.log
import func Glibc.pow

/// The range of `count` independent standard normal numbers: the studentized range with infinite
/// degrees of freedom.
///
/// With z the largest number and r = Phi(z - q) / Phi(z), the chance that the range exceeds q is
/// the integral of k phi(z) Phi(z)^(k-1) (1 - (1 - r)^(k-1)): all terms are positive, so the tail
/// has no cancellation. The integrand is entire and falls off like a normal density, for which the
/// trapezoidal rule converges exponentially.
package struct StudentizedRange: Sendable {
  package let count: Int
  private let nodes: [Node]

  /// A place where the integrand is taken.
  private struct Node: Sendable {
    let z: Double
    /// Phi(z), and k phi(z) Phi(z)^(k-1) times the step.
    let below, weight: Double
  }

  package init(count: Int) {
    precondition(count > 1, "a range is of two numbers or more")
    self.count = count
    let (step, others) = (0.15, Double(count - 1))
    nodes = (Int(-9 / step)...Int(37 / step)).compactMap { place in
      let z = Double(place) * step
      let below = Normal.survival(-z)
      let power = pow(below, others)
      // Further left nothing counts: below z = 0 the integrand falls at least as fast as this.
      guard power > 1e-40 else { return nil }
      return Node(z: z, below: below, weight: step * Double(count) * Normal.density(z) * power)
    }
  }

  /// The probability that the range exceeds `q`, relative error below 1e-12.
  package func survival(_ q: Double) -> Double {
    guard q > 0 else { return q.isNaN ? q : 1 }
    guard q < 55 else { return 0 }
    return integral(over: q) { node, belowBoth in
      node.weight * chanceOfAny(of: count - 1, belowBoth / node.below)
    }
  }

  /// The density at `q`: minus the derivative of the survival function.
  package func density(_ q: Double) -> Double {
    guard q > 0, q < 55 else { return q.isNaN ? q : 0 }
    let others = Double(count - 1)
    return others
      * integral(over: q) { node, belowBoth in
        let between = pow(1 - belowBoth / node.below, others - 1)
        return node.weight * between * Normal.density(node.z - q) / node.below
      }
  }

  /// The q that the range exceeds with probability `p`, for p between 0 and 1; infinite where p is
  /// below about 1e-295.
  ///
  /// Newton's method on the logarithm of the survival function, which is concave, from the bound
  /// that the sum over all pairs gives: it lies on the right and each step stays there.
  package func quantile(upperTail p: Double) -> Double {
    precondition(p > 0 && p < 1, "a probability lies between 0 and 1")
    let pairs = Double(count * (count - 1) / 2)
    var q = 2.0.squareRoot() * Normal.quantile(upperTail: 0.5 * p / pairs)
    guard q < 53 else { return .infinity }
    while true {
      let tail = survival(q)
      let next = q - tail * log(p / tail) / density(q)
      guard q - next > 1e-14 * q else { return next }
      q = next
    }
  }

  /// The chance that one or more of `events` happen, each with the chance `each`: 1 - (1 - r)^m
  /// without cancellation.
  ///
  /// By squaring, as powers are taken: that of a + b events is f(a) + f(b) - f(a) f(b).
  private func chanceOfAny(of events: Int, _ each: Double) -> Double {
    var (chance, power, left) = (0.0, each, events)
    while true {
      if left & 1 == 1 { chance += power * (1 - chance) }
      left >>= 1
      guard left > 0 else { return chance }
      power += power * (1 - power)
    }
  }

  /// The trapezoidal sum of `term`, which is given a place z and Phi(z - q).
  private func integral(over q: Double, _ term: (Node, _ belowBoth: Double) -> Double) -> Double {
    var sum = 0.0
    for node in nodes {
      guard node.z < 9 + q / 2 else { break }
      sum += term(node, Normal.survival(q - node.z))
    }
    return sum
  }
}
