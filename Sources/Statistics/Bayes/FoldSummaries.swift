/// What the hierarchical test needs to know of each dataset's differences, in units of their mean
/// standard deviation.
struct FoldSummaries {
  struct Dataset {
    let count: Double
    let mean: Double
    /// With R the correlations: the squares about the mean over 1 - rho, and the sum of R's inverse,
    /// so that the quadratic form of differences about delta is squares + weight (mean - delta)^2.
    let squares, weight: Double
  }

  let datasets: [Dataset]
  /// What a difference was divided by.
  let unit: Double
  /// The largest difference, and the standard deviation of the means.
  let reach, among: Double

  init(_ pairs: [FoldPairs], rope: Double) throws(StatisticsError) {
    guard !pairs.isEmpty else { throw .tooFewBlocks(0, needed: 1, incomplete: 0) }
    for one in pairs where one.first.count < 2 {
      throw .tooFewFolds(one.first.count, dataset: one.dataset)
    }
    let differences = pairs.map { Differences($0.first, $0.second) }
    let moments = differences.map { $0.moments }
    // Deviations divide by n here, as the bounds of the prior do.
    let deviations = zip(moments, pairs).map { moment, pair in
      let count = Double(pair.first.count)
      return moment.deviation * ((count - 1) / count).squareRoot()
    }
    let floor = rope > 0 ? rope / 3.0.squareRoot() : deviations.filter { $0 > 0 }.min()
    guard let floor else { throw .noSpread(datasets: pairs.count) }
    let spreads = deviations.map { $0 > 0 ? $0 : floor }
    let unit = Statistics.mean(of: spreads) ?? 1
    datasets = pairs.indices.map { place in
      let (count, rho) = (Double(pairs[place].first.count), pairs[place].testShare)
      let spread = spreads[place] / unit
      return Dataset(
        count: count, mean: moments[place].mean / unit,
        squares: count * spread * spread / (1 - rho), weight: count / (1 + (count - 1) * rho))
    }
    self.unit = unit
    reach = differences.flatMap(\.values).reduce(floor) { max($0, abs($1)) } / unit
    let means = datasets.map(\.mean)
    let middle = Statistics.mean(of: means) ?? 0
    let squares = means.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    among = squares > 0 ? (squares / Double(means.count)).squareRoot() : 1
  }
}
