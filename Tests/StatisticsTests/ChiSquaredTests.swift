import Statistics
import Testing

struct ChiSquaredTests {
  @Test func `one degree of freedom is a squared normal number`() {
    for z in [0.1, 1, 1.96, 5, 12] {
      #expect(
        agrees(ChiSquared(degreesOfFreedom: 1).survival(z * z), 2 * Normal.survival(z), 1e-13))
    }
  }

  @Test func `all of it lies above zero`() {
    #expect(ChiSquared(degreesOfFreedom: 3).survival(0) == 1)
  }
}
