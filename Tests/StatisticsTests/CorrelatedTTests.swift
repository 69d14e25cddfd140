import Statistics
import Testing

struct CorrelatedTTests {
  @Test func `posteriors of folds agree with arbitrary precision and baycomp`() throws {
    for line in try Fixture("folds.csv").lines {
      func number(_ name: String) -> Double { Double(line[name] ?? "") ?? .nan }
      let test = CorrelatedT(
        numbers(line["first"]), numbers(line["second"]), testShare: number("test_share"))
      for (rope, name) in [(0, "0"), (0.001, "1"), (0.01, "10")] {
        let found = test.probabilities(rope: rope)
        #expect(agrees(found.first, number("greater_\(name)"), 1e-11), "\(line)")
        #expect(agrees(found.second, number("less_\(name)"), 1e-11), "\(line)")
        // What two tails leave of 1.
        #expect(abs(found.rope - number("rope_\(name)")) < 1e-12, "\(line)")
      }
    }
  }

  @Test func `half the one-sided p is the posterior without a rope`() {
    let (x, y) = ([0.84, 0.79, 0.91, 0.7], [0.81, 0.77, 0.85, 0.71])
    let posterior = CorrelatedT(x, y, testShare: 0.1).probabilities()
    let test = CorrectedT(x, y, testShare: 0.1, alternative: .less)
    #expect(agrees(posterior.first, test.p))
    #expect(agrees(posterior.first + posterior.second, 1))
  }

  @Test func `the density sums to one`() {
    let test = CorrelatedT([0.84, 0.79, 0.91, 0.7], [0.81, 0.77, 0.85, 0.71], testShare: 0.1)
    let sum = (-20_000..<20_000).reduce(0) { $0 + test.density(Double($1) * 1e-4) * 1e-4 }
    #expect(agrees(sum, 1, 1e-4))
  }

  @Test func `differences that are all the same are a point`() {
    let test = CorrelatedT([0.84, 0.9], [0.79, 0.85], testShare: 0.1)
    #expect(test.probabilities() == Posterior(first: 1, rope: 0, second: 0))
    #expect(test.probabilities(rope: 0.1) == Posterior(first: 0, rope: 1, second: 0))
    #expect(test.probabilities(rope: 0.05) == Posterior(first: 0.5, rope: 0.5, second: 0))
    let same = CorrelatedT([0.5, 0.5], [0.5, 0.5], testShare: 0.1).probabilities()
    #expect(same == Posterior(first: 0.5, rope: 0, second: 0.5))
    #expect(CorrelatedT([1], [2], testShare: 0.1).probabilities().first.isNaN)
  }
}
