import func Glibc.cos
import func Glibc.log

/// The Bayesian signed-rank test: how probable it is that of two treatments one is better by more
/// than the rope, that they are practically equal, or that the other is.
///
/// Datasets get random weights w_i ~ Dirichlet(1, ..., 1), a pseudo-dataset without difference one
/// of strength 1/2. theta of the first is the sum of w_i w_j over all pairs of differences whose
/// mean lies above the rope, of the second below, pairs on the edge counting half; each probability
/// is the share of draws in which its theta is the largest.
///
/// ```
/// var random = SplitMix64(seed: 1)
/// try BayesianSignedRank(blocks, rope: 0.01, using: &random).pairs[0].probabilities.first
/// ```
///
/// **Shape**: pairs (0, 1), (0, 2), ... (1, 2), ...; the first is better in the metric's direction.
/// Differences and the rope are decimals. All pairs share the weights of a draw, which belong to
/// the datasets.
///
/// **Edge cases**: identical treatments are 1/2 each without a rope (baycomp gives 0.69 and 0.31),
/// and practically equal for certain with one.
///
/// **Source**: Benavoli, Corani, Mangili, Zaffalon and Ruggeri, A Bayesian Wilcoxon signed-rank
/// test based on the Dirichlet process, ICML (2014); Benavoli, Corani, Demsar and Zaffalon, Time
/// for a change, JMLR 18 (2017).
/// - Complexity: O(draws N) a pair after sorting, where baycomp takes O(draws N^2); the Monte Carlo
///   error is sqrt(p (1 - p) / draws).
package struct BayesianSignedRank: Sendable {
  package struct Pair: Sendable {
    /// Where the two treatments stand in the blocks.
    package let first, second: Int
    package let probabilities: Posterior
  }

  /// As many as baycomp and autorank take.
  package static let draws = 50_000

  package let rope: Double
  package let pairs: [Pair]

  package init(
    _ blocks: Blocks, rope: Double = 0, draws: Int = draws,
    using random: inout some RandomNumberGenerator
  ) throws(StatisticsError) {
    precondition(rope >= 0 && draws > 0, "a rope has a width from 0, and draws are counted from 1")
    try blocks.require(blocks: 1, treatments: 2)
    let count = blocks.treatments.count
    let decimals = DecimalMultiples(of: blocks.rows.flatMap(\.self) + [rope]).multiples
    let places = (0..<count).flatMap { one in
      (one + 1..<max(count, one + 1)).map { (one, $0) }
    }
    let sign: Int128 = blocks.better == .higher ? 1 : -1
    let sums = places.map { first, second in
      WeightedSums(
        of: stride(from: 0, to: decimals.count - 1, by: count).map {
          sign * (decimals[$0 + first] - decimals[$0 + second])
        }, rope: decimals[decimals.count - 1])
    }
    let found = Self.probabilities(sums, blocks.names.count, draws, &random)
    self.rope = rope
    pairs = zip(places, found).map { Pair(first: $0.0, second: $0.1, probabilities: $1) }
  }

  /// The posterior of two treatments, paired by position; higher is better.
  package static func probabilities(
    _ first: [Double], _ second: [Double], rope: Double = 0, draws: Int = draws,
    using random: inout some RandomNumberGenerator
  ) -> Posterior {
    let sums = WeightedSums(first, second, rope: rope)
    return probabilities([sums], first.count, draws, &random)[0]
  }

  /// The thetas of `draws` draws, a point each in the triangle of a plot; their sum is 1.
  package static func thetas(
    _ first: [Double], _ second: [Double], rope: Double = 0, draws: Int = draws,
    using random: inout some RandomNumberGenerator
  ) -> [Posterior] {
    let sums = WeightedSums(first, second, rope: rope)
    var scratch = sums.scratch
    var thetas: [Posterior] = []
    while thetas.count < draws {
      let weights = DrawnWeights(count: first.count, using: &random)
      let theta = sums.thetas(weights, &scratch)
      for lane in 0..<min(8, draws - thetas.count) {
        let (first, second) = (theta.first[lane], theta.second[lane])
        let rest = theta.all[lane] - first - second
        thetas.append(
          Posterior(
            first: first / theta.all[lane], rope: rest / theta.all[lane],
            second: second / theta.all[lane]))
      }
    }
    return thetas
  }

  private static func probabilities(
    _ sums: [WeightedSums], _ count: Int, _ draws: Int,
    _ random: inout some RandomNumberGenerator
  ) -> [Posterior] {
    var tallies = [Tally](repeating: Tally(), count: sums.count)
    var scratch = sums.first?.scratch ?? []
    var done = 0
    while done < draws {
      let weights = DrawnWeights(count: count, using: &random)
      let lanes = min(8, draws - done)
      for (place, sum) in sums.enumerated() {
        let theta = sum.thetas(weights, &scratch)
        tallies[place].add(theta, lanes: lanes, hasRope: sum.hasRope)
      }
      done += lanes
    }
    return tallies.map { $0.probabilities(of: draws) }
  }
}

/// How often each theta was the largest.
private struct Tally {
  private var (first, rope, second) = (0.0, 0.0, 0.0)

  mutating func add(
    _ theta: (first: SIMD8<Double>, second: SIMD8<Double>, all: SIMD8<Double>), lanes: Int,
    hasRope: Bool
  ) {
    for lane in 0..<lanes {
      let (one, other) = (theta.first[lane], theta.second[lane])
      let rest = hasRope ? theta.all[lane] - one - other : -1
      if one > other, one > rest {
        first += 1
      } else if other > one, other > rest {
        second += 1
      } else if rest > one, rest > other {
        rope += 1
      } else if rest < one {
        first += 0.5
        second += 0.5
      } else {
        share(rest, one, other)
      }
    }
  }

  /// Splits a draw evenly between the rope and what equals it.
  private mutating func share(_ rest: Double, _ one: Double, _ other: Double) {
    let part = 1 / Double([one, other].count { $0 == rest } + 1)
    rope += part
    if one == rest { first += part }
    if other == rest { second += part }
  }

  func probabilities(of draws: Int) -> Posterior {
    let count = Double(draws)
    return Posterior(first: first / count, rope: rope / count, second: second / count)
  }
}

/// Eight draws at once of weights, up to a common factor: the pseudo-dataset's first.
private struct DrawnWeights {
  let weights: [SIMD8<Double>]

  init(count: Int, using random: inout some RandomNumberGenerator) {
    weights = (0...count).map { place in
      var draw = SIMD8<Double>()
      for lane in 0..<8 {
        // From above 0 to 1, so that the logarithm is finite. An exponential variable, or half the
        // square of a normal one by Box and Muller, which is a gamma variable of shape 1/2.
        let exponential = -log(1 - random.unit())
        let turn = place > 0 ? 1 : cos(2 * Double.pi * random.unit())
        draw[lane] = exponential * turn * turn
      }
      return draw
    }
  }
}

/// Sums of products of weights over pairs of differences, by where the differences' sums lie.
///
/// With differences ascending, those that with a given one exceed a bound are a tail of them, whose
/// weights are what cumulative weights leave; the bounds are the same in each draw.
private struct WeightedSums {
  /// Where the weight of each difference stands, ascending by difference.
  private let order: [Int]
  /// By difference, how many others sum with it to at most, and to less than, twice the rope; and
  /// to less than, and at most, minus twice the rope.
  private let notAbove, underEdge, below, notInside: [Int]
  let hasRope: Bool

  init(_ first: [Double], _ second: [Double], rope: Double) {
    precondition(first.count == second.count && rope >= 0, "values come in pairs")
    let decimals = DecimalMultiples(of: first + second + [rope]).multiples
    self.init(
      of: first.indices.map { decimals[$0] - decimals[first.count + $0] },
      rope: decimals[decimals.count - 1])
  }

  init(of differences: [Int128], rope: Int128) {
    let all = [0] + differences
    order = all.indices.sorted { (all[$0], $0) < (all[$1], $1) }
    let sorted = order.map { all[$0] }
    hasRope = rope > 0
    notAbove = sorted.map { one in places(sorted) { one + $0 <= 2 * rope } }
    underEdge = sorted.map { one in places(sorted) { one + $0 < 2 * rope } }
    below = sorted.map { one in places(sorted) { one + $0 < -2 * rope } }
    notInside = sorted.map { one in places(sorted) { one + $0 <= -2 * rope } }
  }

  /// Room for cumulative weights.
  var scratch: [SIMD8<Double>] {
    [SIMD8<Double>](repeating: .zero, count: order.count + 1)
  }

  /// theta of the first, of the second and of all, up to a common factor.
  func thetas(
    _ drawn: DrawnWeights, _ cumulative: inout [SIMD8<Double>]
  ) -> (first: SIMD8<Double>, second: SIMD8<Double>, all: SIMD8<Double>) {
    var sum = SIMD8<Double>.zero
    for (place, index) in order.enumerated() {
      sum += drawn.weights[index]
      cumulative[place + 1] = sum
    }
    var (first, second) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
    for (place, index) in order.enumerated() {
      let weight = drawn.weights[index]
      let under = cumulative[notAbove[place]] + cumulative[underEdge[place]]
      first += weight * (sum - 0.5 * under)
      second += weight * (0.5 * (cumulative[below[place]] + cumulative[notInside[place]]))
    }
    return (first, second, sum * sum)
  }
}

/// How many of ascending numbers a condition holds for, which holds for all up to one.
private func places(_ sorted: [Int128], _ holds: (Int128) -> Bool) -> Int {
  var (low, high) = (0, sorted.count)
  while low < high {
    let middle = (low + high) / 2
    if holds(sorted[middle]) { low = middle + 1 } else { high = middle }
  }
  return low
}
