import Statistics
import Testing

struct BootstrapTests {
  static let replicates = [
    0.2, 0.5, 0.31, 0.44, 0.27, 0.39, 0.6, 0.35, 0.41, 0.33, 0.29, 0.52, 0.47, 0.38, 0.36, 0.25,
    0.3,
    0.55, 0.43, 0.4,
  ]
  static let scores = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]

  @Test func `intervals of given replicates agree with scipy's formulas`() throws {
    // numpy 2: np.quantile at the levels that scipy 1.17.1's _bca_interval computes
    let bootstrap = Bootstrap(
      estimate: 0.38, replicates: Self.replicates,
      jackknife: [0.3, 0.41, 0.37, 0.38, 0.35, 0.4, 0.39])
    let bca = try #require(bootstrap.bca())
    #expect(agrees(bca.lower, 0.23015790446680837))
    #expect(agrees(bca.upper, 0.5827589662121415))
    let percentile = try #require(bootstrap.percentile())
    #expect(agrees(percentile.lower, 0.22375))
    #expect(agrees(percentile.upper, 0.57625))
  }

  @Test func `intervals of a mean come close to scipy's with many resamples`() throws {
    // scipy 1.17.1: bootstrap(n_resamples=400000)
    var random = SplitMix64(seed: 71)
    let bootstrap = try #require(
      Bootstrap(of: Self.scores, resamples: 20_000, using: &random) { mean(of: $0) ?? .nan })
    let (percentile, bca) = (
      try #require(bootstrap.percentile()), try #require(bootstrap.bca())
    )
    #expect(abs(percentile.lower - 1.3333) < 0.02 && abs(percentile.upper - 2.2122) < 0.02)
    #expect(abs(bca.lower - 1.3411) < 0.02 && abs(bca.upper - 2.2189) < 0.02)
    #expect(bootstrap.estimate == mean(of: Self.scores))
    #expect(bootstrap.jackknife.count == 9)
  }

  @Test func `a seed gives the same bytes`() throws {
    var (one, other) = (SplitMix64(seed: 72), SplitMix64(seed: 72))
    let first = Bootstrap(of: Self.scores, resamples: 99, using: &one) { median(of: $0) ?? .nan }
    let second = Bootstrap(of: Self.scores, resamples: 99, using: &other) { median(of: $0) ?? .nan }
    #expect(first?.replicates == second?.replicates)
  }

  @Test func `values all the same have no corrected interval`() throws {
    var random = SplitMix64(seed: 73)
    let bootstrap = try #require(
      Bootstrap(of: [2, 2, 2], resamples: 50, using: &random) { mean(of: $0) ?? .nan })
    #expect(bootstrap.percentile() == Interval(lower: 2, upper: 2, confidence: 0.95))
    #expect(bootstrap.bca() == nil)
    #expect(Bootstrap(of: [], using: &random) { _ in 0 } == nil)
    let one = try #require(Bootstrap(of: [2], resamples: 5, using: &random) { $0[0] })
    #expect(one.jackknife.isEmpty)
    #expect(one.bca() == nil)
  }

  @Test func `resamples without a statistic are counted`() throws {
    var random = SplitMix64(seed: 74)
    let bootstrap = try #require(
      Bootstrap(of: [0, 1], resamples: 400, using: &random) { $0.first == $0.last ? .nan : 1 })
    #expect(bootstrap.undefined + bootstrap.replicates.count == 400)
    #expect((160...240).contains(bootstrap.undefined))
  }

  @Test func `places are drawn evenly`() throws {
    var random = SplitMix64(seed: 75)
    var counts = [Int](repeating: 0, count: 10)
    _ = Bootstrap(count: 10, resamples: 1000, using: &random) { places in
      for place in places { counts[place] += 1 }
      return 0
    }
    // 10,000 draws of 10 places, standard deviation 30; ten more of the sample, nine each left out
    #expect(counts.allSatisfy { abs($0 - 1010) < 150 })
  }
}
