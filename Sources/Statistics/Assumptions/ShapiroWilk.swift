import func Glibc.asin
import func Glibc.exp
import func Glibc.log

/// Shapiro and Wilk's test of normality.
///
/// W is the squared correlation of the ordered values with approximate expected normal order
/// statistics.
///
/// **Shape**: 3 to 5,000 values, not all the same, of any order; nil otherwise.
///
/// **Source**: Royston, Remark AS R94, Applied Statistics 44 (1995), in double precision throughout
/// as in R's `shapiro.test`; scipy's agrees to single precision, which it computes in.
/// - Complexity: O(n log n).
package struct ShapiroWilk: Sendable {
  package let w: Double
  package let p: Double

  package init?(_ values: [Double]) {
    guard (3...5000).contains(values.count), values.allSatisfy(\.isFinite) else { return nil }
    let sorted = values.sorted()
    guard let first = sorted.first, let last = sorted.last, last > first else { return nil }
    let weights = Self.weights(sorted.count)
    // Scaled and moved, so that no square overflows or vanishes.
    let scaled = sorted.map { ($0 - first) / (last - first) }
    let middle = scaled.reduce(0, +) / Double(scaled.count)
    var (squares, weightSquares, products) = (0.0, 0.0, 0.0)
    for (value, weight) in zip(scaled, weights) {
      squares += (value - middle) * (value - middle)
      weightSquares += weight * weight
      products += (value - middle) * weight
    }
    let whole = (squares * weightSquares).squareRoot()
    let rest = (whole - products) * (whole + products) / (squares * weightSquares)
    w = 1 - rest
    p = Self.p(rest, sorted.count)
  }

  /// The coefficients of the ordered values, which are antisymmetric.
  private static func weights(_ count: Int) -> [Double] {
    let n = Double(count)
    guard count > 3 else { return [-0.5.squareRoot(), 0, 0.5.squareRoot()] }
    let half = count / 2
    let scores = (1...half).map {
      Normal.quantile(upperTail: (Double($0) - 0.375) / (n + 0.25))
    }
    let squares = 2 * scores.reduce(0) { $0 + $1 * $1 }
    let (norm, root) = (squares.squareRoot(), 1 / n.squareRoot())
    let first = polynomial(firstWeight, root) + scores[0] / norm
    let second = polynomial(secondWeight, root) + scores[1] / norm
    let exact = count > 5 ? [first, second] : [first]
    let left = squares - 2 * scores.prefix(exact.count).reduce(0) { $0 + $1 * $1 }
    let scale = (left / (1 - 2 * exact.reduce(0) { $0 + $1 * $1 })).squareRoot()
    let upper = exact + scores.dropFirst(exact.count).map { $0 / scale }
    let middle = count % 2 == 1 ? [0.0] : []
    return upper.map { -$0 } + middle + upper.reversed()
  }

  /// The probability of a W further below 1 than by `rest`.
  private static func p(_ rest: Double, _ count: Int) -> Double {
    let n = Double(count)
    if count == 3 {
      let angle = asin((1 - rest).squareRoot()) - asin(0.75.squareRoot())
      return min(1, max(0, 6 / Double.pi * angle))
    }
    let logRest = log(rest)
    guard count > 11 else {
      let gamma = polynomial([-2.273, 0.459], n)
      guard logRest < gamma else { return 0 }
      let y = -log(gamma - logRest)
      return Normal.survival(
        (y - polynomial(smallMean, n)) / exp(polynomial(smallDeviation, n)))
    }
    return Normal.survival(
      (logRest - polynomial(largeMean, log(n))) / exp(polynomial(largeDeviation, log(n))))
  }

  private static let firstWeight = [0, 0.221157, -0.147981, -2.07119, 4.434685, -2.706056]
  private static let secondWeight = [0, 0.042981, -0.293762, -1.752461, 5.682633, -3.582633]
  private static let smallMean = [0.544, -0.39978, 0.025054, -6.714e-4]
  private static let smallDeviation = [1.3822, -0.77857, 0.062767, -0.0020322]
  private static let largeMean = [-1.5861, -0.31082, -0.083751, 0.0038915]
  private static let largeDeviation = [-0.4803, -0.082676, 0.0030302]
}

/// The polynomial with these coefficients, the constant first.
private func polynomial(_ coefficients: [Double], _ x: Double) -> Double {
  coefficients.reversed().reduce(0) { $0 * x + $1 }
}
