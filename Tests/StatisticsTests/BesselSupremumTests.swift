import Statistics
import Testing

struct BesselSupremumTests {
  /// By mpmath at 40 digits: zeros of Kummer's function in its first argument.
  @Test(arguments: [
    (1, 0.15, 8.68, 0.0542366446676), (1, 0.15, 18, 0.00072966877466),
    (1, 0.15, 30, 2.32888266848e-6), (2, 0.15, 8.68, 0.174799305482),
    (2, 0.15, 40, 1.39818995426e-7), (5, 0.1, 8.68, 0.794094972911),
    (5, 0.1, 18, 0.0734360112392), (10, 0.1, 30, 0.028539743548),
    (10, 0.1, 40, 0.000919374599431), (3, 0.4545, 18, 0.00203922958999),
    (5, 0.25, 40, 5.60596381902e-6), (12, 0.1, 30, 0.0758527861763),
  ])
  func `it agrees with arbitrary precision`(
    dimensions: Int, trim: Double, x: Double, p: Double
  ) {
    let found = BesselSupremum(dimensions: dimensions, trim: trim).survival(x)
    #expect(abs(found - p) < 1e-9, "\(found)")
  }

  @Test func `half the time is one moment, of chi-squared`() {
    for x in [0.5, 3, 9] {
      let p = BesselSupremum(dimensions: 3, trim: 0.5).survival(x)
      #expect(p == ChiSquared(degreesOfFreedom: 3).survival(x))
    }
  }

  @Test func `it falls with x and grows with the time and the dimensions`() {
    for trim in [0.1, 0.4] {
      let p = stride(from: 2.0, through: 47, by: 5).map {
        BesselSupremum(dimensions: 4, trim: trim).survival($0)
      }
      #expect(zip(p, p.dropFirst()).allSatisfy { $0 >= $1 }, "\(trim)")
      let longer = BesselSupremum(dimensions: 4, trim: trim * 0.9).survival(12)
      #expect(longer > p[2])
      #expect(BesselSupremum(dimensions: 5, trim: trim).survival(12) > p[2])
    }
    #expect(BesselSupremum(dimensions: 2, trim: 0.1).survival(0) == 1)
    #expect(BesselSupremum(dimensions: 2, trim: 0.1).survival(.nan).isNaN)
    #expect(BesselSupremum(dimensions: 2, trim: 0.1).survival(.infinity) == 0)
  }
}
