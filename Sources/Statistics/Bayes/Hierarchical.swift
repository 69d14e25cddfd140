/// The hierarchical Bayesian test of two learners over the folds of several datasets: how probable it
/// is that on a further dataset the first is better by more than the rope, that they are practically
/// equal, or that the second is.
///
/// On dataset i the n differences of folds are normal about delta_i with standard deviation sigma_i
/// and correlation rho, the part of the data that a fold tests. The delta_i are of Student's t with nu
/// degrees of freedom about delta_0 with scale sigma_0: noisy datasets are drawn towards the others,
/// and one that stands apart does not decide alone. delta_0, sigma_0 and the sigma_i are uniform up
/// to bounds far off, nu - 1 has a gamma distribution whose shape and rate are uniform.
///
/// Each draw of delta_0, sigma_0 and nu says with which probability the next delta is above the rope,
/// within, or below: three shares that are a point of the plot. A probability of the answer is that
/// its share is the largest.
///
/// ```
/// var random = SplitMix64(seed: 1)
/// try Hierarchical(datasets, rope: 0.01, using: &random).probabilities.first
/// ```
///
/// Draws are of a Gibbs sampler. The data enter by means and sums of squares alone, and the delta_i
/// are integrated out while sigma_0 and delta_0 are drawn, so that it also moves well where all
/// datasets agree; nu is drawn with the weights of the t distribution integrated out; what has no
/// distribution with a name is drawn by slices. The same seed gives the same answer.
///
/// **Shape**: a dataset has two folds or more, not all the same number; higher is better.
///
/// **Edge cases**: differences that are all the same would have no variance. They are given that of a
/// uniform number within the rope, which baycomp gives them too, but keep their mean; without a rope
/// the least variance of the other datasets. Where no dataset has any, that is an error.
///
/// **Source**: Corani, Benavoli, Demsar, Mangili and Zaffalon, Statistical comparison of classifiers
/// through Bayesian hierarchical modelling, Machine Learning 106 (2017), with the bounds of baycomp,
/// the authors' program.
/// - Complexity: O(draws q) for q datasets; the Monte Carlo error is about that of half as many
///   independent draws.
package struct Hierarchical: Sendable {
  /// Bounds of what the data say little about.
  package struct Prior: Sendable {
    /// Of shape and rate of the gamma distribution of nu - 1.
    package var shape = 1.0...2.0
    package var rate = 0.01...0.1
    /// Standard deviations are at most this many times those in the data.
    package var deviation = 1000.0

    package init() {}
  }

  package static let draws = 20_000
  /// Draws that are thrown away, until the chain has forgotten where it began.
  static let warmUp = 1000

  package let rope: Double
  package let probabilities: Posterior
  /// The three shares of each draw.
  package let shares: [Posterior]
  /// The posterior mean of delta_0: how much better the first is, over datasets.
  package let center: Double
  /// The posterior medians of sigma_0 and nu.
  package let spread, degreesOfFreedom: Double
  /// The posterior mean of each delta_i.
  package let differences: [Double]

  package init(
    _ datasets: [FoldPairs], rope: Double = 0, prior: Prior = Prior(), draws: Int = draws,
    using random: inout some RandomNumberGenerator
  ) throws(StatisticsError) {
    precondition(rope >= 0 && draws > 0, "a rope has a width from 0, and draws are counted from 1")
    let data = try FoldSummaries(datasets, rope: rope)
    var chain = HierarchicalChain(data, prior)
    for _ in 0..<Self.warmUp { chain.step(using: &random) }
    var (shares, centers, spreads, freedoms) = ([Posterior](), [Double](), [Double](), [Double]())
    var sums = [Double](repeating: 0, count: datasets.count)
    shares.reserveCapacity(draws)
    for _ in 0..<draws {
      chain.step(using: &random)
      shares.append(chain.next(rope: rope / data.unit))
      centers.append(chain.center)
      spreads.append(chain.spread)
      freedoms.append(chain.freedom)
      for (place, delta) in chain.deltas.enumerated() { sums[place] += delta }
    }
    self.rope = rope
    self.shares = shares
    probabilities = Self.largest(shares, hasRope: rope > 0)
    center = (mean(of: centers) ?? .nan) * data.unit
    spread = (median(of: spreads) ?? .nan) * data.unit
    degreesOfFreedom = median(of: freedoms) ?? .nan
    differences = sums.map { $0 / Double(draws) * data.unit }
  }

  /// How often each share is the largest; equal ones split a draw.
  private static func largest(_ shares: [Posterior], hasRope: Bool) -> Posterior {
    var (first, rope, second) = (0.0, 0.0, 0.0)
    for share in shares {
      let most = max(share.first, share.second, hasRope ? share.rope : 0)
      let part = 1 / Double([share.first, share.rope, share.second].count { $0 == most })
      if share.first == most { first += part }
      if share.rope == most { rope += part }
      if share.second == most { second += part }
    }
    let count = Double(shares.count)
    return Posterior(first: first / count, rope: rope / count, second: second / count)
  }
}
