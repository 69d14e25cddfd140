/// Hodges and Lehmann's shift of paired values: the median of the means of all pairs of differences
/// (Walsh averages), each difference paired with itself too.
///
/// ```
/// HodgesLehmann([0.84, 0.79, 0.91], [0.81, 0.76, 0.85])?.shift   // 0.0375
/// ```
///
/// Differences are those of the decimal numbers, and so their sums are whole steps: the k-th
/// smallest is found by halving the range and counting, exactly.
///
/// **Edge cases**: nil for no pairs; all values are finite. Zeros stay, where R's `wilcox.test`
/// drops them, and the median is exact where R with ties solves an equation to four digits.
///
/// **Source**: Hodges and Lehmann, Estimates of location based on rank tests, Annals of
/// Mathematical Statistics 34 (1963); the interval by Hollander, Wolfe and Chicken, Nonparametric
/// statistical methods, 3rd ed. (2014), 3.3.
/// - Complexity: O(n log n + n d), for d the binary digits of the range; O(n) of memory.
package struct HodgesLehmann: Sendable {
  package let shift: Double
  private let differences: Differences
  /// Ascending.
  private let steps: [Int128]

  package init?(_ first: [Double], _ second: [Double]) {
    self.init(Differences(first, second))
  }

  package init?(_ differences: Differences) {
    guard !differences.multiples.isEmpty else { return nil }
    self.differences = differences
    let sorted = differences.multiples.sorted()
    steps = sorted
    let count = sorted.count * (sorted.count + 1) / 2
    let lower = Self.sum((count + 1) / 2, of: sorted)
    let upper = count % 2 == 1 ? lower : Self.sum(count / 2 + 1, of: sorted)
    shift = (differences.double(lower) + differences.double(upper)) / 4
  }

  /// The interval between the k-th Walsh average from either end, for the largest k that leaves at
  /// most half of what is missing from `confidence` on each side.
  ///
  /// Exact up to ``Wilcoxon/exactLimit`` pairs by the signed-rank distribution without ties, which
  /// ties only make wider; beyond by its normal approximation.
  package func interval(confidence: Double = 0.95) -> Interval {
    precondition(confidence > 0 && confidence < 1, "a confidence lies between 0 and 1")
    let n = Double(steps.count)
    let all = steps.count * (steps.count + 1) / 2
    let tail = (1 - confidence) / 2
    let (place, actual): (Int, Double)
    if steps.count <= Wilcoxon.exactLimit {
      let flips = SignFlips(weights: Array(1...steps.count))
      place = max(1, (0...all / 2).prefix { flips.lowerTail($0) <= tail }.count)
      actual = 1 - 2 * flips.lowerTail(place - 1)
    } else {
      let deviation = (n * (n + 1) * (2 * n + 1) / 24).squareRoot()
      place = max(1, Int(n * (n + 1) / 4 - Normal.quantile(upperTail: tail) * deviation))
      actual = confidence
    }
    return Interval(
      lower: differences.double(Self.sum(place, of: steps)) / 2,
      upper: differences.double(Self.sum(all + 1 - place, of: steps)) / 2, confidence: actual)
  }

  /// The `place`-th smallest sum of two of `sorted`, each with itself and with those after it.
  private static func sum(_ place: Int, of sorted: [Int128]) -> Int128 {
    var (low, high) = (2 * sorted[0], 2 * sorted[sorted.count - 1])
    while low < high {
      let middle = low + (high - low) / 2
      if count(ofSumsUpTo: middle, sorted) >= place { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func count(ofSumsUpTo bound: Int128, _ sorted: [Int128]) -> Int {
    var (count, end) = (0, sorted.count)
    for (place, step) in sorted.enumerated() {
      while end > 0, step + sorted[end - 1] > bound { end -= 1 }
      guard end > place else { break }
      count += end - place
    }
    return count
  }
}
