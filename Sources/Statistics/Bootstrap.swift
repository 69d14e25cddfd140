/// A statistic of resamples: how far it may lie from that of the sample by chance.
///
/// ```
/// var random = SplitMix64(seed: 1)
/// let bootstrap = Bootstrap(of: scores, using: &random) { mean(of: $0) ?? .nan }
/// bootstrap?.bca(confidence: 0.95)
/// ```
///
/// **Shape**: the statistic is given as many values as there are, drawn with replacement, in no
/// order. What resamples need not be values: `count` and the places drawn serve for rows of any
/// kind.
///
/// **Edge cases**: nil for no values. Resamples without a statistic (NaN) are left out and counted.
///
/// **Source**: Efron and Tibshirani, An introduction to the bootstrap (1993), 13 and 14; the
/// details as in scipy's `bootstrap`: linear quantiles, and replicates equal to the estimate count
/// half.
/// - Complexity: `resamples` times the statistic, O(resamples + n) of memory.
package struct Bootstrap: Sendable {
  package static let resamples = 9999

  /// The statistic of the sample itself.
  package let estimate: Double
  /// Those of the resamples, ascending.
  package let replicates: [Double]
  /// How many resamples had none.
  package let undefined: Int
  /// The statistic without each value in turn.
  package let jackknife: [Double]

  package init?(
    of values: [Double], resamples: Int = resamples, using random: inout some RandomNumberGenerator,
    _ statistic: ([Double]) -> Double
  ) {
    var sample = values
    self.init(count: values.count, resamples: resamples, using: &random) { places in
      if places.count < sample.count { sample.removeLast(sample.count - places.count) }
      while sample.count < places.count { sample.append(0) }
      for (index, place) in places.enumerated() { sample[index] = values[place] }
      return statistic(sample)
    }
  }

  /// Resamples places from 0 to below `count`, such as those of rows.
  package init?(
    count: Int, resamples: Int = resamples, using random: inout some RandomNumberGenerator,
    _ statistic: ([Int]) -> Double
  ) {
    precondition(resamples > 0, "at least one resample is needed")
    guard count > 0 else { return nil }
    var places = Array(0..<count)
    let estimate = statistic(places)
    var replicates: [Double] = []
    replicates.reserveCapacity(resamples)
    for _ in 0..<resamples {
      for index in 0..<count { places[index] = random.index(below: count) }
      replicates.append(statistic(places))
    }
    let jackknife =
      count > 1 ? (0..<count).map { left in statistic((0..<count).filter { $0 != left }) } : []
    self.init(estimate: estimate, replicates: replicates, jackknife: jackknife)
  }

  /// Takes replicates that were made elsewhere.
  package init(estimate: Double, replicates: [Double], jackknife: [Double]) {
    let defined = replicates.filter { !$0.isNaN }
    (self.estimate, self.jackknife) = (estimate, jackknife)
    self.replicates = defined.sorted()
    undefined = replicates.count - defined.count
  }
}

extension Bootstrap {
  /// The interval between quantiles of the replicates; nil where there are none.
  package func percentile(confidence: Double = 0.95) -> Interval? {
    let tail = (1 - confidence) / 2
    return interval(from: tail, to: 1 - tail, confidence)
  }

  /// The interval between quantiles that are corrected for bias and for a spread that changes with
  /// the statistic; nil where replicates or jackknife say nothing (all the same, or undefined).
  package func bca(confidence: Double = 0.95) -> Interval? {
    let count = Double(replicates.count)
    let below = Double(replicates.count { $0 < estimate })
    let equal = Double(replicates.count { $0 == estimate })
    let share = (below + equal / 2) / count
    guard let acceleration, share > 0, share < 1 else { return nil }
    let bias = -Normal.quantile(upperTail: share)
    let z = Normal.quantile(upperTail: (1 - confidence) / 2)
    let (low, high) = (moved(-z, bias, acceleration), moved(z, bias, acceleration))
    return interval(from: low, to: high, confidence)
  }

  /// The share of replicates up to which a quantile `z` of the normal distribution is moved.
  private func moved(_ z: Double, _ bias: Double, _ acceleration: Double) -> Double {
    Normal.survival(-(bias + (bias + z) / (1 - acceleration * (bias + z))))
  }

  /// A sixth of the skewness of the jackknife's values; nil where they have none.
  private var acceleration: Double? {
    guard let middle = mean(of: jackknife) else { return nil }
    let squares = jackknife.reduce(0) { $0 + (middle - $1) * (middle - $1) }
    let cubes = jackknife.reduce(0) { $0 + (middle - $1) * (middle - $1) * (middle - $1) }
    guard squares > 0 else { return nil }
    return cubes / (6 * squares * squares.squareRoot())
  }

  private func interval(from low: Double, to high: Double, _ confidence: Double) -> Interval? {
    guard let lower = quantile(low, ofSorted: replicates),
      let upper = quantile(high, ofSorted: replicates)
    else { return nil }
    return Interval(lower: lower, upper: upper, confidence: confidence)
  }
}
