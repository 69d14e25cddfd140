import Statistics
import Testing

struct BinomialTests {
  @Test func `tails and densities agree with R`() {
    // R 4.2.2: pbinom(k, n, p), pbinom(k - 1, n, p, lower = FALSE), dbinom(k, n, p)
    let values: [(k: Int, n: Int, p: Double, lower: Double, upper: Double, here: Double)] = [
      (3, 10, 0.3, 0.6496107184, 0.6172172136, 0.266827932),
      (500, 1200, 0.4, 0.88630749925219021, 0.12539042361916269, 0.011697922871353378),
      (0, 5, 0.2, 0.32768, 1, 0.32768),
      (5, 5, 0.2, 1, 0.00032, 0.00032),
      (499, 1000, 0.5, 0.48738749091081957, 0.53778717792985997, 0.02517466884067944),
      (100, 1000, 0.5, 6.7017177900063219e-162, 1, 5.9589359803635536e-162),
      (49800, 100_000, 0.5, 0.10351948588211249, 0.89761423445718602, 0.001133720339298455),
    ]
    for value in values {
      let binomial = Binomial(trials: value.n, probability: value.p)
      #expect(agrees(binomial.lowerTail(value.k), value.lower), "\(value)")
      #expect(agrees(binomial.upperTail(value.k), value.upper), "\(value)")
      #expect(agrees(binomial.density(value.k), value.here), "\(value)")
    }
  }

  @Test func `nothing lies outside of 0 to n`() {
    for trials in 0...3 {
      let binomial = Binomial(trials: trials)
      #expect(binomial.lowerTail(-1) == 0)
      #expect(binomial.lowerTail(trials) == 1)
      #expect(binomial.upperTail(0) == 1)
      #expect(binomial.upperTail(trials + 1) == 0)
      #expect(binomial.density(trials + 1) == 0)
      #expect(agrees((0...trials).reduce(0) { $0 + binomial.density($1) }, 1))
    }
  }
}
