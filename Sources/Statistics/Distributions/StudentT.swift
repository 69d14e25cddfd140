import func Glibc.exp
import func Glibc.log
import func Glibc.log1p

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

  package func density(_ t: Double) -> Double {
    let n = degreesOfFreedom
    let height = logGamma((n + 1) / 2) - logGamma(n / 2) - 0.5 * log(n * Double.pi)
    return exp(height - (n + 1) / 2 * log1p(t * t / n))
  }

  /// The t that the probability `p` lies above, for p between 0 and 1.
  ///
  /// Newton's method on log survival as a function of log t, which is concave and falls: from the
  /// first step on it comes from the right.
  package func quantile(upperTail p: Double) -> Double {
    precondition(p > 0 && p < 1, "a probability lies between 0 and 1")
    guard p != 0.5 else { return 0 }
    guard p < 0.5 else { return -quantile(upperTail: 1 - p) }
    var t = 1.0
    while true {
      let tail = survival(t)
      let step = log(tail / p) * tail / (t * density(t))
      // A long step is cut, so that the tail does not vanish.
      t *= exp(min(step, 1))
      // Newton's method squares its error: what is left is below rounding.
      guard abs(step) > 1e-8 else { return t }
    }
  }

  /// The probability beyond or above `t`, as `alternative` asks.
  func p(_ t: Double, _ alternative: Alternative) -> Double {
    switch alternative {
    case .twoSided: twoSided(t)
    case .greater: survival(t)
    case .less: survival(-t)
    }
  }
}
