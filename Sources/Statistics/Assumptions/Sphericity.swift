import func Glibc.exp
import func Glibc.log

/// Whether differences between treatments all have the same variance, as the analysis of variance
/// with repeated measures assumes.
///
/// With S the covariance of the treatments over N blocks, centred by rows and columns, epsilon =
/// tr(S)^2 / ((k-1) tr(S^2)) is Greenhouse and Geisser's, from 1/(k-1) to 1 for perfect sphericity;
/// Huynh and Feldt's is (N(k-1) e - 2) / ((k-1)(N-1-(k-1) e)), at most 1, and 1 where
/// that has no positive denominator. Mauchly's W is the
/// determinant of the covariance of k-1 orthonormal contrasts over the (k-1)-th power of their mean
/// variance.
///
/// **Shape**: rows are blocks, columns treatments, two of each at least.
///
/// **Edge cases**: two treatments are spherical, and epsilon is 1. W and its p are nil for two
/// treatments, and where N < k, whose covariance has no determinant; 0 where treatments depend on
/// each other exactly. Without any variance epsilon is NaN.
///
/// **Source**: Mauchly, Significance test for sphericity of a normal n-variate distribution, Annals
/// of Mathematical Statistics 11 (1940), p with Box's second term by Anderson, An introduction to
/// multivariate statistical analysis, 3rd ed. (2003), 10.7.3, where R's `mauchly.test` and pingouin
/// put k for k - 1 once; Greenhouse and Geisser, Psychometrika 24 (1959); Huynh and Feldt, Journal
/// of Educational Statistics 1 (1976).
/// - Complexity: O(N k^2 + k^3).
package struct Sphericity: Sendable {
  package struct Mauchly: Sendable {
    package let w, chiSquared: Double
    package let degreesOfFreedom: Int
    package let p: Double
  }

  package let greenhouseGeisser, huynhFeldt: Double
  package let mauchly: Mauchly?

  package init(_ rows: [[Double]]) {
    let (n, k) = (rows.count, rows.first?.count ?? 0)
    precondition(n > 1 && k > 1, "covariances take two rows and two columns")
    let contrasts = Self.covariance(rows.map(helmertContrasts))
    let m = Double(k - 1)
    let trace = contrasts.indices.reduce(0) { $0 + contrasts[$1][$1] }
    let squares = contrasts.reduce(0) { $1.reduce($0) { $0 + $1 * $1 } }
    let epsilon = k == 2 ? 1 : trace * trace / (m * squares)
    greenhouseGeisser = epsilon
    let left = m * (Double(n - 1) - m * epsilon)
    huynhFeldt = k == 2 || left <= 0 ? 1 : min(1, (Double(n) * m * epsilon - 2) / left)
    mauchly = k > 2 && n >= k && trace > 0 ? Mauchly(contrasts, trace / m, n - 1) : nil
  }

  private static func covariance(_ rows: [[Double]]) -> [[Double]] {
    let columns = rows[0].indices.map { column in rows.map { $0[column] } }
    let centred = columns.map { column in
      let middle = mean(of: column) ?? 0
      return column.map { $0 - middle }
    }
    return centred.map { one in
      centred.map { other in
        zip(one, other).reduce(0) { $0 + $1.0 * $1.1 } / Double(rows.count - 1)
      }
    }
  }
}

extension Sphericity.Mauchly {
  fileprivate init(_ covariance: [[Double]], _ variance: Double, _ blocks: Int) {
    let (m, n) = (Double(covariance.count), Double(blocks))
    let logW = Cholesky(covariance).map { $0.logDeterminant - m * log(variance) }
    let rho = 1 - (2 * m * m + m + 2) / (6 * m * n)
    let second =
      (m + 2) * (m - 1) * (m - 2) * (2 * m * m * m + 6 * m * m + 3 * m + 2)
      / (288 * n * n * m * m * rho * rho)
    degreesOfFreedom = covariance.count * (covariance.count + 1) / 2 - 1
    guard let logW else {
      (w, chiSquared, p) = (0, .infinity, 0)
      return
    }
    w = exp(logW)
    chiSquared = -n * rho * logW
    let first = ChiSquared(degreesOfFreedom: Double(degreesOfFreedom)).survival(chiSquared)
    let more = ChiSquared(degreesOfFreedom: Double(degreesOfFreedom + 4)).survival(chiSquared)
    p = min(1, first + second * (more - first))
  }
}

/// A row as k - 1 orthonormal contrasts: each value against the mean of those before it.
private func helmertContrasts(_ row: [Double]) -> [Double] {
  var sum = 0.0
  return row.enumerated().compactMap { place, value in
    defer { sum += value }
    guard place > 0 else { return nil }
    let before = Double(place)
    return (value - sum / before) * (before / (before + 1)).squareRoot()
  }
}
