/// The confidence interval of a median between the k-th value from either end, for the largest k
/// that leaves at most half of what is missing from `confidence` on each side; nil for none.
///
/// Exact for any continuous distribution, by the binomial one. Below 6 values even the smallest and
/// the largest do not hold 95 %: the interval then says what it holds. autorank's "95 %" interval
/// of the median holds 99.7 %.
///
/// **Source**: Conover, Practical nonparametric statistics, 3rd ed. (1999), 3.2.
/// - Complexity: O(n log n).
package func medianInterval(of values: [Double], confidence: Double = 0.95) -> Interval? {
  precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
  guard !values.isEmpty else { return nil }
  guard !values.contains(where: \.isNaN) else {
    return Interval(lower: .nan, upper: .nan, confidence: .nan)
  }
  let sorted = values.sorted()
  let coins = Binomial(trials: sorted.count)
  let tail = (1 - confidence) / 2
  // The normal approximation is near; from there it is a few steps.
  let (n, z) = (Double(sorted.count), Normal.quantile(upperTail: tail))
  var place = max(1, min(sorted.count, Int(n / 2 - z * n.squareRoot() / 2)))
  while place > 1, coins.lowerTail(place - 1) > tail { place -= 1 }
  while place < (sorted.count + 1) / 2, coins.lowerTail(place) <= tail { place += 1 }
  return Interval(
    lower: sorted[place - 1], upper: sorted[sorted.count - place],
    confidence: 1 - 2 * coins.lowerTail(place - 1))
}
