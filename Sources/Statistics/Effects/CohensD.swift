import func Glibc.exp

/// Cohen's d: the difference of means over the pooled standard deviation of both samples.
///
/// **Shape**: samples need not be of one size; nil for fewer than two values in either.
///
/// **Edge cases**: without any variance, 0 for equal means, else infinite.
///
/// **Source**: Cohen, Statistical power analysis for the behavioral sciences, 2nd ed. (1988), 2.
/// - Complexity: O(n).
package func cohensD(_ first: [Double], _ second: [Double]) -> Double? {
  guard let one = variance(of: first), let other = variance(of: second),
    let upper = mean(of: first), let lower = mean(of: second)
  else { return nil }
  let (n, m) = (Double(first.count - 1), Double(second.count - 1))
  return ratio(upper - lower, ((n * one + m * other) / (n + m)).squareRoot())
}

/// Cohen's d of paired values: the mean difference over the standard deviation of the differences,
/// which are those of the decimal numbers; NaN where all are the same, nil for fewer than two.
///
/// It grows with the correlation of the pairs, as ``cohensD(_:_:)`` does not.
///
/// **Source**: Cohen (1988), 2.3.5, d_z.
/// - Complexity: O(n).
package func cohensDz(_ first: [Double], _ second: [Double]) -> Double? {
  guard first.count > 1 else { return nil }
  let moments = Differences(first, second).moments
  return moments.deviation > 0 ? moments.mean / moments.deviation : .nan
}

/// Hedges' g: ``cohensD(_:_:)`` without its bias, which for few values is upwards.
///
/// The factor is Gamma(df/2) / (sqrt(df/2) Gamma((df-1)/2)) for df = n + m - 2, exact where R's
/// effsize takes 1 - 3/(4 df - 1), up to 1.3 % off.
///
/// **Source**: Hedges, Distribution theory for Glass's estimator of effect size, Journal of
/// Educational Statistics 6 (1981).
/// - Complexity: O(n).
package func hedgesG(_ first: [Double], _ second: [Double]) -> Double? {
  let half = Double(first.count + second.count - 2) / 2
  return cohensD(first, second).map { d in
    d == 0 ? 0 : d * exp(logGamma(half) - logGamma(half - 0.5)) / half.squareRoot()
  }
}

/// `difference` in units of `deviation`; no difference is 0 in any.
private func ratio(_ difference: Double, _ deviation: Double) -> Double {
  difference == 0 ? 0 : difference / deviation
}
