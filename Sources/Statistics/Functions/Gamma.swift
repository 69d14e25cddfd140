import func Glibc.exp
import func Glibc.log
import func Glibc.log1p
import func Glibc.sqrt

/// What Stirling's formula lacks: ln(z!) = (z + 1/2) ln z - z + ln(2 pi)/2 + `stirlingError(z)`.
///
/// **Edge cases**: z is above 0; the error is below 1e-14 from z = 1/2 up.
///
/// **Source**: the asymptotic series (DLMF 5.11.1) from 16 up; below, the recurrence of the gamma
/// function, term by term.
package func stirlingError(_ z: Double) -> Double {
  precondition(z > 0, "Stirling's formula is for z above 0")
  var (z, error) = (z, 0.0)
  while z < 16 {
    error += (z + 0.5) * log1p(1 / z) - 1
    z += 1
  }
  let square = 1 / (z * z)
  var series = -691.0 / 360360
  for term in [1.0 / 1188, -1.0 / 1680, 1.0 / 1260, -1.0 / 360, 1.0 / 12] {
    series = series * square + term
  }
  return error + series / z
}

/// The logarithm of the gamma function, for z above 0.
package func logGamma(_ z: Double) -> Double {
  (z - 0.5) * log(z) - z + 0.5 * log(2 * Double.pi) + stirlingError(z)
}

/// x ln(x/m) + m - x, the deviance of a Poisson count x with mean m, without cancellation near m.
///
/// **Source**: Loader, Fast and accurate computation of binomial probabilities (2000), `bd0`.
package func poissonDeviance(_ x: Double, mean m: Double) -> Double {
  guard abs(x - m) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
  let v = (x - m) / (x + m)
  var (sum, power, divisor) = ((x - m) * v, 2 * x * v, 1.0)
  while true {
    power *= v * v
    divisor += 2
    let next = sum + power / divisor
    if next == sum { return sum }
    sum = next
  }
}

/// The upper regularised incomplete gamma function Q(a, x), for a above 0 and x from 0.
///
/// **Source**: power series below a + 1 (DLMF 8.7.1), continued fraction above (DLMF 8.9.2); the
/// common factor by Loader's saddle point, which keeps its digits for large a.
package func upperGamma(_ a: Double, _ x: Double) -> Double {
  guard x > 0 else { return x.isNaN ? x : 1 }
  guard x < .infinity else { return 0 }
  // x^a e^-x / Gamma(a + 1)
  let density =
    exp(-stirlingError(a) - poissonDeviance(a, mean: x)) / sqrt(2 * Double.pi * a)
  return x < a + 1
    ? 1 - density * lowerGammaSeries(a, x) : density * a * upperGammaFraction(a, x)
}

/// 1 + x/(a+1) + x^2/((a+1)(a+2)) + ...
private func lowerGammaSeries(_ a: Double, _ x: Double) -> Double {
  var (sum, term, n) = (1.0, 1.0, a)
  while term > sum * 0x1p-55 {
    n += 1
    term *= x / n
    sum += term
  }
  return sum
}

/// 1/(x+1-a - 1(1-a)/(x+3-a - 2(2-a)/(x+5-a - ...))).
private func upperGammaFraction(_ a: Double, _ x: Double) -> Double {
  continuedFraction { n in
    (n == 1 ? 1 : -(n - 1) * (n - 1 - a), x + 2 * n - 1 - a)
  }
}
