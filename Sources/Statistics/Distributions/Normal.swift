import func Glibc.erfc
import func Glibc.exp
import func Glibc.log
import func Glibc.sqrt

/// The standard normal distribution.
package enum Normal {
  /// The probability above `z`, relative error below 1e-12 down to 1e-300.
  package static func survival(_ z: Double) -> Double {
    0.5 * erfc(z * 0.5.squareRoot())
  }

  package static func density(_ z: Double) -> Double {
    exp(-0.5 * z * z) / sqrt(2 * Double.pi)
  }

  /// The z that the probability `p` lies above; infinite for 0 and 1, and where the
  /// smaller side is below 1e-300.
  ///
  /// Newton's method on the logarithm of the survival function, which is concave: from a start on
  /// the right, where survival(z) < exp(-z^2 / 2) / 2 puts it, each step stays on the right.
  package static func quantile(upperTail p: Double) -> Double {
    precondition((0...1).contains(p), "a probability lies from 0 to 1")
    guard p <= 0.5 else { return -quantile(upperTail: 1 - p) }
    guard p >= 1e-300 else { return .infinity }
    var z = sqrt(-2 * log(2 * p))
    while true {
      let tail = survival(z)
      let next = z - tail * log(p / tail) / density(z)
      guard z - next > 1e-16 else { return next }
      z = next
    }
  }
}
