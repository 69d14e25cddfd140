import Statistics
import Testing

struct TestChoiceTests {
  /// 20 blocks of treatments that are normal about means apart by `step`, and in the last column
  /// wider by `scale`.
  private func normal(
    _ treatments: Int, scale: Double = 1, bend: (Double) -> Double = { $0 }
  ) throws -> Blocks {
    var random = SplitMix64(seed: 41)
    return try blocks(
      (0..<20).map { _ in
        (0..<treatments).map { treatment in
          let z = Normal.quantile(upperTail: Double.random(in: 1e-9..<1, using: &random))
          return bend(treatment == treatments - 1 ? scale * z : z)
        }
      })
  }

  @Test func `normal scores of two are for the t test`() throws {
    let choice = try TestChoice(normal(2), alpha: 0.05)
    #expect(choice.omnibus == nil)
    #expect(choice.homogeneity == nil)
    #expect(choice.pairs == .t)
    #expect(choice.normality[0] == choice.normality[1])
  }

  @Test func `skewed scores of two are for ranks`() throws {
    let choice = try TestChoice(normal(2) { $0 * $0 * $0 * $0 * $0 }, alpha: 0.05)
    #expect(choice.pairs == .wilcoxon)
  }

  @Test func `normal scores of one variance are for the analysis of variance`() throws {
    let choice = try TestChoice(normal(4), alpha: 0.05)
    #expect(choice.omnibus == .anova)
    #expect(choice.pairs == .t)
  }

  @Test func `unequal variances are for ranks`() throws {
    let choice = try TestChoice(normal(4, scale: 10), alpha: 0.05, basis: .scores)
    #expect(choice.isNormal)
    #expect(try #require(choice.homogeneity) < 0.05)
    #expect(choice.omnibus == .friedman)
    #expect(choice.pairs == .wilcoxon)
  }

  @Test func `what cannot be tested is not normal`() throws {
    let choice = try TestChoice(blocks([[1, 2, 3], [2, 3, 5]]), alpha: 0.05)
    #expect(choice.normality.count { $0.isNaN } == 3)
    #expect(choice.omnibus == .friedman)
  }

  @Test func `on scores p values are scipy's, as autorank has them`() throws {
    // scipy 1.17.1: shapiro of each column of garcia-herrera-2008, in single precision
    let blocks = try Fixture.blocks(of: "garcia-herrera-2008")
    let choice = try TestChoice(blocks, alpha: 0.05, basis: .scores)
    let expected = [0.0007656875, 0.02884739, 0.05595625, 0.6029264, 0.1639337]
    #expect(zip(choice.normality, expected).allSatisfy { agrees($0, $1, 1e-4) })
  }
}
