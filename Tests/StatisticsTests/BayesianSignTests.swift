import Statistics
import Testing

struct BayesianSignTests {
  /// mpmath 1.3, 25 digits: the integrals by Gauss-Legendre quadrature.
  static let cases: [(wins: Int, ties: Int, losses: Int, prior: Double, expected: [Double])] = [
    (10, 0, 2, 1, [0.9932374478805, 0.00093563603779629, 0.0058269160817005]),
    (3, 4, 5, 1, [0.11008786135244, 0.44495606932378, 0.44495606932378]),
    (0, 0, 3, 1, [0, 0.125, 0.875]),
    (30, 20, 31, 1, [0.43482116437867, 0.02968947242521, 0.53548936319612]),
    (5, 0, 0, 0.5, [0.98988044026457, 0.010119559735434, 0]),
    (2, 1, 2, 0, [0.43518518518519, 0.12962962962963, 0.43518518518519]),
  ]

  @Test(arguments: cases)
  func `it agrees with arbitrary precision`(
    wins: Int, ties: Int, losses: Int, prior: Double, expected: [Double]
  ) {
    let found = BayesianSign(wins: wins, ties: ties, losses: losses, prior: prior).probabilities
    for (one, other) in zip([found.first, found.rope, found.second], expected) {
      #expect(abs(one - other) < 1e-12)
    }
  }

  @Test func `without ties and prior it is a beta distribution`() {
    // scipy 1.17.1: beta.sf(0.5, 600, 500)
    let found = BayesianSign(wins: 600, ties: 0, losses: 500, prior: 0).probabilities
    #expect(agrees(found.first, 0.9987291941553817, 1e-10))
    let many = BayesianSign(wins: 50_000, ties: 0, losses: 50_000, prior: 0).probabilities
    #expect(agrees(many.first, 0.5, 1e-9))
  }

  @Test func `counts are of decimals`() {
    // 0.05 lies on the edge of the rope both times, which counts as within.
    let test = BayesianSign([0.84, 0.9, 0.7], [0.79, 0.85, 0.5], rope: 0.05)
    #expect((test.wins, test.ties, test.losses) == (1, 2, 0))
  }

  @Test func `nothing observed and nothing believed is a third each`() {
    let found = BayesianSign(wins: 0, ties: 0, losses: 0, prior: 0).probabilities
    #expect(found == Posterior(first: 1.0 / 3, rope: 1.0 / 3, second: 1.0 / 3))
    let prior = BayesianSign(wins: 0, ties: 0, losses: 0).probabilities
    #expect(prior == Posterior(first: 0, rope: 1, second: 0))
  }

  @Test func `a swap swaps`() {
    let there = BayesianSign(wins: 7, ties: 2, losses: 4).probabilities
    let back = BayesianSign(wins: 4, ties: 2, losses: 7).probabilities
    #expect(abs(there.first - back.second) < 1e-14)
  }
}
