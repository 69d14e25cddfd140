import Statistics
import Testing

struct FDistributionTests {
  @Test func `one degree in the numerator is a squared t`() {
    for t in [0.2, 1, 3, 10] {
      #expect(
        agrees(
          FDistribution(numerator: 1, denominator: 7).survival(t * t),
          StudentT(degreesOfFreedom: 7).twoSided(t), 1e-14))
    }
  }

  @Test func `nothing lies above infinity and all above zero`() {
    #expect(FDistribution(numerator: 3, denominator: 39).survival(.infinity) == 0)
    #expect(FDistribution(numerator: 3, denominator: 39).survival(0) == 1)
  }
}
