import Tables
import Testing

struct PythonFloatTests {
  // Origin: repr() of CPython 3.11 of the same literals.
  private static let cases: [(Double, String)] = [
    (0.1, "0.1"), (-0.0, "-0.0"), (0.0, "0.0"), (1, "1.0"), (-2.5, "-2.5"),
    (0.0001, "0.0001"), (0.00012345, "0.00012345"), (0.00001, "1e-05"),
    (0.000012345, "1.2345e-05"), (1e-7, "1e-07"), (1e-10, "1e-10"), (-1.5e-300, "-1.5e-300"),
    (.leastNonzeroMagnitude, "5e-324"), (2.2250738585072014e-308, "2.2250738585072014e-308"),
    (123_456_789.125, "123456789.125"), (1e15, "1000000000000000.0"),
    (9_007_199_254_740_992, "9007199254740992.0"), (9_007_199_254_740_994, "9007199254740994.0"),
    (9_999_999_999_999_998, "9999999999999998.0"), (1e16, "1e+16"),
    (12_345_678_901_234_568, "1.2345678901234568e+16"),
    (18_014_398_509_481_984, "1.8014398509481984e+16"),
    (1e22, "1e+22"), (1.5e100, "1.5e+100"), (1.7976931348623157e308, "1.7976931348623157e+308"),
    (.nan, "nan"), (.infinity, "inf"), (-.infinity, "-inf"),
    (0.3, "0.3"), (0.1 + 0.2, "0.30000000000000004"), (2.0 / 3, "0.6666666666666666"),
  ]

  @Test(arguments: cases)
  func `a number is written as Python does`(value: Double, expected: String) {
    #expect(pythonFloat(value) == expected)
  }

  @Test func `what is written reads back as the same number`() {
    var bits: UInt64 = 1400
    for _ in 0..<20_000 {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let value = Double(bitPattern: bits)
      guard value.isFinite else { continue }
      #expect(Double(pythonFloat(value)) == value)
    }
  }
}
