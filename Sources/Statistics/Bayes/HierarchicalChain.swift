import func Glibc.exp
import func Glibc.log
import func Glibc.log1p

/// The state of the sampler of ``Hierarchical``, in units of the mean standard deviation.
///
/// Student's t is a normal distribution whose precision is weighted by w_i ~ Gamma(nu/2, nu/2).
struct HierarchicalChain {
  private let data: FoldSummaries
  private let prior: Hierarchical.Prior

  /// delta_0, sigma_0 and nu - 1.
  private(set) var center, spread, surplus: Double
  /// delta_i, sigma_i^2 and w_i.
  private(set) var deltas: [Double]
  private var variances, weights: [Double]
  private var shape, rate: Double

  var freedom: Double { surplus + 1 }

  init(_ data: FoldSummaries, _ prior: Hierarchical.Prior) {
    (self.data, self.prior) = (data, prior)
    deltas = data.datasets.map(\.mean)
    variances = data.datasets.map { $0.squares / $0.count }
    weights = data.datasets.map { _ in 1 }
    (center, spread) = (mean(of: deltas) ?? 0, data.among)
    shape = (prior.shape.lowerBound + prior.shape.upperBound) / 2
    rate = (prior.rate.lowerBound + prior.rate.upperBound) / 2
    surplus = shape / rate
  }

  mutating func step(using random: inout some RandomNumberGenerator) {
    drawSpread(using: &random)
    drawCenter(using: &random)
    drawDatasets(using: &random)
    drawFreedom(using: &random)
    drawWeights(using: &random)
    drawPrior(using: &random)
  }

  /// The shares of Student's t about delta_0 above the rope, within it and below.
  func next(rope: Double) -> Posterior {
    let student = StudentT(degreesOfFreedom: freedom)
    let first = student.survival((rope - center) / spread)
    let second = student.survival((rope + center) / spread)
    return Posterior(first: first, rope: rope > 0 ? max(0, 1 - first - second) : 0, second: second)
  }

  // MARK: Between datasets

  /// sigma_0 given delta_0, the delta_i integrated out: means are normal with variance
  /// sigma_i^2 / weight + sigma_0^2 / w_i. On the scale of logarithms, whose slope is 1.
  private mutating func drawSpread(using random: inout some RandomNumberGenerator) {
    let most = log(prior.deviation * data.among)
    let drawn = random.slice(from: log(spread), width: 1, in: most - 60...most) { logarithm in
      var sum = logarithm
      for (place, variance) in meanVariances(exp(logarithm)) {
        let off = data.datasets[place].mean - center
        sum -= 0.5 * (log(variance) + off * off / variance)
      }
      return sum
    }
    spread = exp(drawn)
  }

  private mutating func drawCenter(using random: inout some RandomNumberGenerator) {
    var (precision, sum) = (0.0, 0.0)
    for (place, variance) in meanVariances(spread) {
      precision += 1 / variance
      sum += data.datasets[place].mean / variance
    }
    let (middle, reach) = (sum / precision, data.reach)
    let width = min(2 / precision.squareRoot(), 2 * reach)
    center = random.slice(from: center, width: width, in: -reach...reach) {
      -0.5 * precision * ($0 - middle) * ($0 - middle)
    }
  }

  private func meanVariances(_ spread: Double) -> [(Int, Double)] {
    data.datasets.indices.map {
      ($0, variances[$0] / data.datasets[$0].weight + spread * spread / weights[$0])
    }
  }

  // MARK: Datasets

  /// delta_i, then sigma_i, whose inverse square is a gamma variable.
  private mutating func drawDatasets(using random: inout some RandomNumberGenerator) {
    let least = 1 / (prior.deviation * prior.deviation)
    for (place, dataset) in data.datasets.enumerated() {
      let own = dataset.weight / variances[place]
      let others = weights[place] / (spread * spread)
      let middle = (own * dataset.mean + others * center) / (own + others)
      let delta = middle + random.normal() / (own + others).squareRoot()
      let off = dataset.mean - delta
      let half = (dataset.squares + dataset.weight * off * off) / 2
      var precision = random.gamma(shape: (dataset.count - 1) / 2) / half
      while precision < least {
        precision = random.gamma(shape: (dataset.count - 1) / 2) / half
      }
      (deltas[place], variances[place]) = (delta, 1 / precision)
    }
  }

  // MARK: The tails

  /// nu given the delta_i, the w_i integrated out; nu - 1 on the scale of logarithms.
  private mutating func drawFreedom(using random: inout some RandomNumberGenerator) {
    let squares = deltas.map { ($0 - center) / spread * (($0 - center) / spread) }
    let count = Double(squares.count)
    let drawn = random.slice(from: log(surplus), width: 2, in: -40...20) { logarithm in
      let nu = 1 + exp(logarithm)
      let height = logGamma((nu + 1) / 2) - logGamma(nu / 2) - 0.5 * log(nu)
      let tails = squares.reduce(0) { $0 + log1p($1 / nu) }
      return shape * logarithm - rate * exp(logarithm) + count * height - (nu + 1) / 2 * tails
    }
    surplus = exp(drawn)
  }

  private mutating func drawWeights(using random: inout some RandomNumberGenerator) {
    let nu = freedom
    for place in deltas.indices {
      let off = (deltas[place] - center) / spread
      weights[place] = random.gamma(shape: (nu + 1) / 2) * 2 / (nu + off * off)
    }
  }

  private mutating func drawPrior(using random: inout some RandomNumberGenerator) {
    let logarithm = log(surplus)
    let width = prior.shape.upperBound - prior.shape.lowerBound
    shape = random.slice(from: shape, width: width, in: prior.shape) { [rate] in
      $0 * (log(rate) + logarithm) - logGamma($0)
    }
    let span = prior.rate.upperBound - prior.rate.lowerBound
    rate = random.slice(from: rate, width: span, in: prior.rate) { [shape, surplus] in
      shape * log($0) - $0 * surplus
    }
  }
}
