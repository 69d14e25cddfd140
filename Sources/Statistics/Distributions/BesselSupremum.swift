import func Glibc.exp
import func Glibc.log
import func Glibc.pow

/// The largest value of |B(t)|^2 / (t (1 - t)) for t from `trim` to 1 - `trim`, B being as many
/// independent Brownian bridges as there are dimensions: what a parameter's fluctuation comes to where
/// nothing changes.
///
/// With s = log(t / (1 - t)) / 2 the root of it is the distance from 0 of a stationary
/// Ornstein-Uhlenbeck process, watched for log((1 - trim) / trim). That it stays below R has the
/// probability sum of a_n e^(-2 theta_n s), over the solutions f of
/// f'' + ((k - 1)/r - r) f' + 2 theta f = 0 with f(0) = 1, f'(0) = 0 that vanish at R.
///
/// **Edge cases**: trim = 1/2 is the chi-squared distribution. Down to 1e-9 p has an error of some 1e-10; below it is
/// DeLong's expansion, to some 15 %.
///
/// **Source**: DeLong, Crossing probabilities for a square root boundary by a Bessel process,
/// Communications in Statistics A 10 (1981). Hansen, Journal of Business and Economic Statistics 15
/// (1997), fits curves to simulated walks of finite steps, which stray less: R's
/// strucchange and partykit have p values that are a tenth smaller.
/// - Complexity: O(1 / log((1 - trim) / trim)), some milliseconds.
package struct BesselSupremum: Sendable {
  package let dimensions: Int
  /// From above 0 to 1/2.
  package let trim: Double

  package init(dimensions: Int, trim: Double) {
    precondition(dimensions > 0 && trim > 0 && trim <= 0.5, "a part of the time is watched")
    (self.dimensions, self.trim) = (dimensions, trim)
  }

  /// The probability above `x`.
  package func survival(_ x: Double) -> Double {
    guard x > 0 else { return x.isNaN ? x : 1 }
    guard x < .infinity else { return 0 }
    let time = log((1 - trim) / trim)
    let single = ChiSquared(degreesOfFreedom: Double(dimensions)).survival(x)
    guard time > 1e-9 else { return single }
    let far = tail(x, time)
    if x > 2 * Double(dimensions), far < 1e-9 { return max(far, single) }
    return min(1, max(single, 1 - staying(below: x.squareRoot(), for: time)))
  }

  /// DeLong's expansion for large x.
  private func tail(_ x: Double, _ time: Double) -> Double {
    let k = Double(dimensions)
    let density = exp(k / 2 * log(x / 2) - x / 2 - logGamma(k / 2))
    return density * (2 * time * (1 - k / x) + 2 / x)
  }

  /// Terms beyond e^(-26) are left out.
  private func staying(below radius: Double, for time: Double) -> Double {
    let k = Double(dimensions)
    let density =
      exp((k - 1) * log(radius) - radius * radius / 2 - logGamma(k / 2)) / pow(2, k / 2 - 1)
    // Zeros lie more than 1/2 apart, but for a first one near 0.
    let step = 0.25
    var (theta, sum) = (0.0, 0.0)
    var before = 1.0
    while theta * time < 13 {
      let after = Radial(theta + step, dimensions, radius).value
      if (before < 0) != (after < 0) {
        let zero = root(between: theta, theta + step, rising: after > 0, radius)
        let radial = Radial(zero, dimensions, radius)
        let weight = density * radial.slope / (2 * zero * zero * radial.byTheta)
        sum += weight * exp(-2 * zero * time)
      }
      (theta, before) = (theta + step, after)
    }
    return sum
  }

  /// Newton's steps, kept between the bounds by halving.
  private func root(
    between low: Double, _ high: Double, rising: Bool, _ radius: Double
  ) -> Double {
    var (low, high) = (low, high)
    var theta = (low + high) / 2
    for _ in 0..<60 {
      let radial = Radial(theta, dimensions, radius)
      if (radial.value > 0) == rising { high = theta } else { low = theta }
      let newton = theta - radial.value / radial.byTheta
      let next = newton > low && newton < high ? newton : (low + high) / 2
      guard abs(next - theta) > 1e-15 * theta else { return next }
      theta = next
    }
    return theta
  }
}

/// The solution f at the radius, its slope, and both their derivatives by theta.
///
/// f is Kummer's M(-theta, k/2, r^2/2). Its power series serves as far as its terms do not cancel,
/// from there on Runge and Kutta.
private struct Radial {
  private(set) var value, slope, byTheta, slopeByTheta: Double

  private static let steps = 300

  init(_ theta: Double, _ dimensions: Int, _ radius: Double) {
    let start = min(radius, (60 / theta).squareRoot())
    self.init(series: theta, Double(dimensions), start)
    guard start < radius else { return }
    let h = (radius - start) / Double(Self.steps)
    for step in 0..<Self.steps {
      advance(by: h, from: start + Double(step) * h, theta, Double(dimensions))
    }
  }

  private init(series theta: Double, _ k: Double, _ r: Double) {
    let y = r * r / 2
    (value, slope, byTheta, slopeByTheta) = (1, 0, 0, 0)
    var (n, term, change) = (0.0, 1.0, 0.0)
    while true {
      let factor = y / ((k / 2 + n) * (n + 1))
      (term, change) = ((n - theta) * term * factor, ((n - theta) * change - term) * factor)
      n += 1
      value += term
      byTheta += change
      // A power of y has the slope 2 n / r times itself.
      slope += 2 * n / r * term
      slopeByTheta += 2 * n / r * change
      let ends = abs(term) <= 1e-18 * abs(value) && abs(change) <= 1e-18 * abs(byTheta)
      if ends, n > y + theta { return }
    }
  }

  /// A step of the fourth order.
  private mutating func advance(by h: Double, from r: Double, _ theta: Double, _ k: Double) {
    let a = change(at: r, theta, k)
    let b = moved(h / 2, a).change(at: r + h / 2, theta, k)
    let c = moved(h / 2, b).change(at: r + h / 2, theta, k)
    let d = moved(h, c).change(at: r + h, theta, k)
    self = moved(h / 6, a).moved(h / 3, b).moved(h / 3, c).moved(h / 6, d)
  }

  private func change(at r: Double, _ theta: Double, _ k: Double) -> Radial {
    let drag = (k - 1) / r - r
    return Radial(
      value: slope, slope: -drag * slope - 2 * theta * value, byTheta: slopeByTheta,
      slopeByTheta: -drag * slopeByTheta - 2 * theta * byTheta - 2 * value)
  }

  private func moved(_ h: Double, _ change: Radial) -> Radial {
    Radial(
      value: value + h * change.value, slope: slope + h * change.slope,
      byTheta: byTheta + h * change.byTheta,
      slopeByTheta: slopeByTheta + h * change.slopeByTheta)
  }

  private init(value: Double, slope: Double, byTheta: Double, slopeByTheta: Double) {
    (self.value, self.slope) = (value, slope)
    (self.byTheta, self.slopeByTheta) = (byTheta, slopeByTheta)
  }
}
