import Statistics
import Testing

struct StudentTTests {
  @Test func `one degree of freedom is Cauchy's distribution`() {
    #expect(agrees(StudentT(degreesOfFreedom: 1).survival(1), 0.25, 1e-14))
    #expect(agrees(StudentT(degreesOfFreedom: 1).survival(-1), 0.75, 1e-14))
  }

  @Test func `half lies above zero and nothing above infinity`() {
    #expect(StudentT(degreesOfFreedom: 9).survival(0) == 0.5)
    #expect(StudentT(degreesOfFreedom: 9).twoSided(-.infinity) == 0)
  }
}
