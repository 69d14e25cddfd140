import func Glibc.log

/// Elo ratings by maximum likelihood: Bradley and Terry's abilities on the scale of chess, where
/// 400 points are odds of 10 to 1, about a mean of 1000.
///
/// Ratings do not depend on the order of contests, as those updated one contest after the other do.
/// Intervals are of resampled blocks: datasets are what varies, not single contests.
///
/// **Edge cases**: without a maximum of the likelihood ratings are of the fit with virtual ties,
/// and so are those of all resamples; with one, resamples that have none are left out and counted.
///
/// **Source**: Elo, The rating of chessplayers (1978); TabArena (Erickson et al., 2025), whose
/// ridge keeps an infinite rating at some large number that depends on the ridge.
/// - Complexity: O(resamples (N k^2 + k^3)).
package struct Elo: Sendable {
  package struct Rating: Sendable {
    package let treatment: String
    package let rating: Double
    /// Between quantiles of the resamples; nil where none has a rating, and for a single block, which says
    /// nothing of others.
    package let interval: Interval?
  }

  /// As many as TabArena takes.
  package static let resamples = 200

  package let fit: BradleyTerry.Fit
  /// In the order of the blocks' treatments.
  package let ratings: [Rating]
  /// Resamples left out.
  package let undefined: Int

  package init(
    _ blocks: Blocks, resamples: Int = resamples, confidence: Double = 0.95,
    using random: inout some RandomNumberGenerator
  ) throws(StatisticsError) {
    try blocks.require(blocks: 1, treatments: 2)
    let results = Results(blocks)
    let whole = BradleyTerry(blocks.treatments, points: results.points(nil), virtualTies: false)
    let virtual = whole.fit == .virtualTies
    var samples = [[Double]](repeating: [], count: blocks.treatments.count)
    var (weights, undefined) = ([Double](repeating: 0, count: blocks.rows.count), 0)
    for _ in 0..<resamples {
      for place in weights.indices { weights[place] = 0 }
      for _ in weights { weights[random.index(below: weights.count)] += 1 }
      let points = results.points(weights)
      guard virtual || BradleyTerry.hasMaximum(points) else {
        undefined += 1
        continue
      }
      let abilities = BradleyTerry(blocks.treatments, points: points, virtualTies: virtual)
        .abilities
      for (treatment, ability) in abilities.enumerated() {
        samples[treatment].append(Self.rating(ability))
      }
    }
    (fit, self.undefined) = (whole.fit, undefined)
    ratings = blocks.treatments.indices.map { treatment in
      Rating(
        treatment: blocks.treatments[treatment],
        rating: Self.rating(whole.abilities[treatment]),
        interval: blocks.rows.count == 1
          ? nil
          : Bootstrap(
            estimate: whole.abilities[treatment], replicates: samples[treatment], jackknife: []
          ).percentile(confidence: confidence))
    }
  }

  /// An ability, centred on 0, on the scale of chess.
  package static func rating(_ ability: Double) -> Double {
    1000 + 400 / log(10) * ability
  }
}

/// What each treatment won against each other, block by block.
private struct Results {
  let treatments: Int
  /// 1 for a win, 1/2 for a tie, in the order of pairs (0, 1), (0, 2), ... (1, 2), ..., block by
  /// block.
  let firsts: [[Double]]

  init(_ blocks: Blocks) {
    let count = blocks.treatments.count
    treatments = count
    let sign: Double = blocks.better == .higher ? 1 : -1
    firsts = blocks.rows.map { row in
      (0..<count).flatMap { one in
        (one + 1..<max(count, one + 1)).map { other in
          row[one] == row[other] ? 0.5 : sign * row[one] > sign * row[other] ? 1 : 0
        }
      }
    }
  }

  /// All points, blocks counting as often as `weights` say, or once.
  func points(_ weights: [Double]?) -> [[Double]] {
    var sums = [Double](repeating: 0, count: treatments * (treatments - 1) / 2)
    var all = 0.0
    for (place, block) in firsts.enumerated() {
      let weight = weights?[place] ?? 1
      guard weight > 0 else { continue }
      all += weight
      for (pair, points) in block.enumerated() { sums[pair] += weight * points }
    }
    var matrix = [[Double]](
      repeating: [Double](repeating: 0, count: treatments), count: treatments)
    var pair = 0
    for one in 0..<treatments {
      for other in one + 1..<max(treatments, one + 1) {
        matrix[one][other] = sums[pair]
        matrix[other][one] = all - sums[pair]
        pair += 1
      }
    }
    return matrix
  }
}
