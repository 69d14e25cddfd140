import Statistics
import Testing

/// Every distribution against mpmath at 40 digits, tails down to 1e-300.
struct DistributionsTests {
  @Test func `tails and quantiles agree with mpmath to 1e-12`() throws {
    for line in try Fixture("distributions.csv").lines {
      let x = try #require(Double(line["x"] ?? ""))
      let value = try #require(Double(line["value"] ?? ""))
      let first = Double(line["first"] ?? "") ?? 0
      let second = Double(line["second"] ?? "") ?? 0
      let ours = try #require(evaluate(line["function"] ?? "", x, first, second))
      #expect(agrees(ours, value), "\(line)")
    }
  }

  @Test func `what is not a number has no tail`() {
    #expect(Normal.survival(.nan).isNaN)
    #expect(ChiSquared(degreesOfFreedom: 2).survival(.nan).isNaN)
    #expect(FDistribution(numerator: 1, denominator: 2).survival(.nan).isNaN)
    #expect(StudentT(degreesOfFreedom: 2).survival(.nan).isNaN)
    #expect(StudentizedRange(count: 2).survival(.nan).isNaN)
  }

  private func evaluate(_ function: String, _ x: Double, _ first: Double, _ second: Double)
    -> Double?
  {
    switch function {
    case "normal": Normal.survival(x)
    case "normal-quantile": Normal.quantile(upperTail: x)
    case "chi-squared": ChiSquared(degreesOfFreedom: first).survival(x)
    case "f": FDistribution(numerator: first, denominator: second).survival(x)
    case "t-two-sided": StudentT(degreesOfFreedom: first).twoSided(x)
    case "studentized-range": StudentizedRange(count: Int(first)).survival(x)
    case "nemenyi-q": StudentizedRange(count: Int(first)).quantile(upperTail: x) / 2.squareRoot()
    default: nil
    }
  }
}
