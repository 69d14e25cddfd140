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
      let drawn = sums.thetas(weights, &scratch)
      thetas += (0..<min(8, draws - thetas.count)).map { drawn.share($0) }
    }
    return thetas
  }

  private static func probabilities(
    _ sums: [WeightedSums], _ count: Int, _ draws: Int,
    _ random: inout some RandomNumberGenerator
  ) -> [Posterior] {
    var tallies = [Tally](repeating: Tally(), count: sums.count)
    var left = draws
    while left > 0 {
      let some = (0..<min(turn, (left + 7) / 8)).map { _ in
        DrawnWeights(count: count, using: &random)
      }
      tallies = concurrentMap(sums.count, ofSize: some.count * count * 8) {
        [tallies, left] place in
        tallies[place].adding(sums[place], some, draws: left)
      }
      left -= 8 * some.count
    }
    return tallies.map { $0.probabilities(of: draws) }
  }

  /// How many weights, of eight draws each, the pairs take at a time: as many as stay at hand while
  /// one pair after the other takes them.
  private static let turn = 32
}

/// How often each theta was the largest.
private struct Tally: Sendable {
  private var (first, rope, second) = (0.0, 0.0, 0.0)

  /// The tally with those of `weights`, of which up to `draws` draws count.
  func adding(_ sums: WeightedSums, _ weights: [DrawnWeights], draws: Int) -> Tally {
    var (tally, scratch, left) = (self, sums.scratch, draws)
    for drawn in weights {
      let lanes = min(8, left)
      tally.add(sums.thetas(drawn, &scratch), lanes: lanes, hasRope: sums.hasRope)
      left -= lanes
    }
    return tally
  }

  private mutating func add(_ theta: DrawnThetas, lanes: Int, hasRope: Bool) {
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
