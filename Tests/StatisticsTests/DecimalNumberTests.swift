import Statistics
import Testing

struct DecimalNumberTests {
  @Test(
    arguments: [
      (0.25, 25, -2), (-0.0, 0, 0), (0, 0, 0), (1500, 15, 2), (-0.1, -1, -1), (1e22, 1, 22),
      (0.1 + 0.2, 30_000_000_000_000_004, -17), (1e-7, 1, -7), (.leastNonzeroMagnitude, 5, -324),
      (1.7976931348623157e308, 17_976_931_348_623_157, 292),
      (123_456_789_012_345_680, 12_345_678_901_234_568, 1),
    ] as [(Double, Int64, Int)])
  func `a double is its shortest decimal`(_ value: Double, _ significand: Int64, _ exponent: Int)
    throws
  {
    let decimal = try #require(DecimalNumber(value))
    #expect(decimal.significand == significand)
    #expect(decimal.exponent == exponent)
  }

  @Test func `what is not finite has no decimal`() {
    #expect(DecimalNumber(.nan) == nil)
    #expect(DecimalNumber(.infinity) == nil)
  }

  @Test func `every decimal reads back as its double`() throws {
    var random = SplitMix64(seed: 1)
    for _ in 0..<10_000 {
      let bits = Double(bitPattern: random.next())
      let score = (Double.random(in: 0..<1, using: &random) * 1e6).rounded() / 1e6
      for value in [bits, score, score * 1e12] where value.isFinite {
        let decimal = try #require(DecimalNumber(value))
        #expect(Double("\(decimal.significand)e\(decimal.exponent)") == value)
        #expect(decimal.digits <= 17)
      }
    }
  }
}
