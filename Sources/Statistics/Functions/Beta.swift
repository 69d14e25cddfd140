import func Glibc.exp
import func Glibc.sqrt

/// The regularised incomplete beta function I_x(a, b), for a and b above 0.
///
/// Takes y = 1 - x too, so that neither loses its digits near 1.
///
/// **Source**: continued fraction DLMF 8.17.22, on the side where it converges fast; the common
/// factor by Loader's saddle point, which keeps its digits for large a and b.
/// - Complexity: O(sqrt(max(a, b))).
package func incompleteBeta(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
  guard x > 0 else { return x.isNaN ? x : 0 }
  guard y > 0 else { return 1 }
  // x^a y^b / B(a, b)
  let n = a + b
  let factor =
    exp(
      stirlingError(n) - stirlingError(a) - stirlingError(b)
        - poissonDeviance(a, mean: n * x) - poissonDeviance(b, mean: n * y))
    * sqrt(a * b / (2 * Double.pi * n))
  return x < (a + 1) / (n + 2)
    ? factor / a * betaFraction(a, b, x) : 1 - factor / b * betaFraction(b, a, y)
}

/// 1/(1 + d1/(1 + d2/(1 + ...))) of DLMF 8.17.22.
private func betaFraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
  continuedFraction { n in
    guard n > 1 else { return (1, 1) }
    // d(2m) and d(2m+1) of 8.17.23
    let m = ((n - 1) / 2).rounded(.down)
    let numerator = n == 2 * m + 1 ? m * (b - m) : -(a + m) * (a + b + m)
    return (numerator * x / ((a + n - 2) * (a + n - 1)), 1)
  }
}
