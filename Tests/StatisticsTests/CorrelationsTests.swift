import Statistics
import Testing

@Suite struct CorrelationsTests {
  private static let x = [0.81, 0.79, 0.84, 0.79, 0.9, 0.65, 0.72, 0.84]
  private static let y = [0.8, 0.77, 0.84, 0.81, 0.86, 0.7, 0.72, 0.8]

  /// scipy 1.17.1: pearsonr, spearmanr, kendalltau (tau-b) of x and y.
  @Test func `they agree with scipy, ties and all`() throws {
    let (x, y) = (Self.x, Self.y)
    #expect(abs(try #require(correlation(x, y)) - 0.9506427675820898) < 1e-14)
    #expect(abs(try #require(spearman(x, y)) - 0.8666825838483473) < 1e-14)
    #expect(abs(try #require(kendall(x, y)) - 0.792593923901217) < 1e-14)
  }

  /// scipy 1.17.1: gmean(x).
  @Test func `the geometric mean agrees with scipy`() throws {
    #expect(abs(try #require(geometricMean(of: Self.x)) - 0.7890386317389085) < 1e-14)
    #expect(geometricMean(of: []) == nil && geometricMean(of: [0, 4]) == 0)
    #expect(geometricMean(of: [-1, 4])?.isNaN == true)
  }

  @Test(arguments: [correlation, spearman, kendall])
  func `fewer than two pairs have none, a constant side has no number`(
    coefficient: @Sendable ([Double], [Double]) -> Double?
  ) {
    #expect(coefficient([], []) == nil && coefficient([1], [1]) == nil)
    #expect(coefficient([0.1, 0.1, 0.1], [1, 2, 3])?.isNaN == true)
    #expect(coefficient([1, 2, 3], [0.1, 0.1, 0.1])?.isNaN == true)
    #expect(abs((coefficient([1, 2, 3], [2, 4, 6]) ?? 0) - 1) < 1e-15)
    #expect(abs((coefficient([1, 2, 3], [6, 4, 2]) ?? 0) + 1) < 1e-15)
  }

  @Test(arguments: [2, 5, 1000])
  func `Kendall's count is that over all pairs`(different: UInt64) throws {
    var random = SplitMix64(seed: different)
    let x = (0..<200).map { _ in Double(random.next() % different) }
    let y = (0..<200).map { _ in Double(random.next() % different) }
    var (balance, first, second) = (0.0, 0.0, 0.0)
    for one in x.indices {
      for other in 0..<one {
        let (dx, dy) = (x[one] - x[other], y[one] - y[other])
        balance += dx * dy > 0 ? 1 : dx * dy < 0 ? -1 : 0
        first += dx != 0 ? 1 : 0
        second += dy != 0 ? 1 : 0
      }
    }
    let expected = balance / (first * second).squareRoot()
    #expect(abs(try #require(kendall(x, y)) - expected) < 1e-14)
  }

  @Test func `a hundred thousand pairs take no time`() throws {
    let values = (0..<100_000).map(Double.init)
    #expect(abs(try #require(kendall(values, values)) - 1) < 1e-12)
    #expect(abs(try #require(spearman(values, values.reversed())) + 1) < 1e-12)
  }
}
