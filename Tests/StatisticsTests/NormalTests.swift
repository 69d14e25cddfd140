import Statistics
import Testing

struct NormalTests {
  @Test func `the quantile undoes the survival function`() {
    for z in [-3, -0.5, 0.0, 0.1, 1, 5, 20, 37] {
      #expect(abs(Normal.quantile(upperTail: Normal.survival(z)) - z) < 1e-13)
    }
  }

  @Test func `certain and impossible lie at infinity`() {
    #expect(Normal.quantile(upperTail: 0) == .infinity)
    #expect(Normal.quantile(upperTail: 1) == -.infinity)
    #expect(Normal.quantile(upperTail: 0.5) == 0)
  }
}
