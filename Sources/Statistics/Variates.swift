import func Glibc.cos
import func Glibc.log
import func Glibc.pow

// Random numbers of other shapes than uniform; the same seed gives the same ones.

extension RandomNumberGenerator {
  /// A standard normal number.
  ///
  /// **Source**: Box and Muller, A note on the generation of random normal deviates (1958).
  mutating func normal() -> Double {
    // From above 0 to 1, so that the logarithm is finite.
    let radius = (-2 * log(1 - unit())).squareRoot()
    return radius * cos(2 * Double.pi * unit())
  }

  /// A gamma number of this shape, above 0, and scale 1.
  ///
  /// **Source**: Marsaglia and Tsang, A simple method for generating gamma variables, ACM
  /// Transactions on Mathematical Software 26 (2000).
  mutating func gamma(shape: Double) -> Double {
    guard shape >= 1 else {
      return gamma(shape: shape + 1) * pow(1 - unit(), 1 / shape)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if log(1 - unit()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }

  /// The next state of a chain whose states have this density, up to a factor, within `range`: the
  /// interval about `x` grows by `width` while its ends are in the slice, then shrinks.
  ///
  /// **Source**: Neal, Slice sampling, Annals of Statistics 31 (2003), figures 3 and 5.
  mutating func slice(
    from x: Double, width: Double, in range: ClosedRange<Double>, logDensity: (Double) -> Double
  ) -> Double {
    let level = logDensity(x) + log(1 - unit())
    var low = x - width * unit()
    var high = low + width
    while low > range.lowerBound, logDensity(low) > level { low -= width }
    while high < range.upperBound, logDensity(high) > level { high += width }
    (low, high) = (max(low, range.lowerBound), min(high, range.upperBound))
    while true {
      let next = low + (high - low) * unit()
      if logDensity(next) >= level || next == x { return next }
      if next < x { low = next } else { high = next }
    }
  }
}
