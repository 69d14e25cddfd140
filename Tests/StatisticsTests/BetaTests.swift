import Statistics
import Testing

struct BetaTests {
  @Test func `whole parameters count successes`() {
    // I_x(1, b) = 1 - (1-x)^b, I_x(a, 1) = x^a
    #expect(agrees(incompleteBeta(1, 4, x: 0.25, y: 0.75), 1 - 0.31640625, 1e-14))
    #expect(agrees(incompleteBeta(3, 1, x: 0.5, y: 0.5), 0.125, 1e-14))
    #expect(agrees(incompleteBeta(100, 1, x: 0.001, y: 0.999), 1e-300, 1e-12))
  }

  @Test func `the two sides add to 1`() {
    for (a, b) in [(0.5, 0.5), (2, 7.5), (24_475.5, 24.5)] {
      for x in [0.01, 0.3, 0.5, 0.9, 0.999] {
        let sum =
          incompleteBeta(a, b, x: x, y: 1 - x) + incompleteBeta(b, a, x: 1 - x, y: x)
        #expect(abs(sum - 1) < 1e-12)
      }
    }
  }

  @Test func `it goes from 0 to 1`() {
    #expect(incompleteBeta(2, 3, x: 0, y: 1) == 0)
    #expect(incompleteBeta(2, 3, x: 1, y: 0) == 1)
  }
}
