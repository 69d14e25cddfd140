import Testing

@testable import Statistics

struct VariatesTests {
  /// Mean and variance of 20,000 numbers.
  private func moments(_ draw: (inout SplitMix64) -> Double) -> (mean: Double, variance: Double) {
    var random = SplitMix64(seed: 9)
    let values = (0..<20_000).map { _ in draw(&random) }
    return (mean(of: values) ?? .nan, variance(of: values) ?? .nan)
  }

  @Test func `normal numbers have mean 0 and variance 1`() {
    let found = moments { $0.normal() }
    #expect(abs(found.mean) < 0.03)
    #expect(abs(found.variance - 1) < 0.04)
  }

  @Test func `gamma numbers have their shape as mean and variance`() {
    for shape in [0.1, 0.5, 1, 2.5, 40] {
      let found = moments { $0.gamma(shape: shape) }
      // Four standard errors.
      #expect(abs(found.mean - shape) < 4 * (shape / 20_000).squareRoot(), "\(shape)")
      #expect(abs(found.variance / shape - 1) < 0.15, "\(shape)")
    }
  }

  @Test func `a slice chain has the distribution of its density`() {
    var x = 0.5
    let found = moments { random in
      x = random.slice(from: x, width: 1, in: -10...10) { -0.5 * ($0 - 1) * ($0 - 1) / 4 }
      return x
    }
    #expect(abs(found.mean - 1) < 0.1)
    #expect(abs(found.variance - 4) < 0.3)
    let uniform = moments { random in
      x = random.slice(from: min(max(x, 0), 1), width: 3, in: 0...1) { _ in 0 }
      return x
    }
    #expect(abs(uniform.mean - 0.5) < 0.02)
    #expect(abs(uniform.variance - 1.0 / 12) < 0.005)
  }
}
