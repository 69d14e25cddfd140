import Foundation
import Testing

@testable import Tables

@Suite struct SignificantDigitsTests {
  @Test(arguments: [
    (-7.895763276989469, "-7.89576"), (0.88, "0.88"), (2, "2.0"), (0, "0.0"), (-0.0, "-0.0"),
    (1234567.8, "1234568.0"), (0.0001, "0.0001"), (0.00001234565, "1.23456e-05"),
    (999_999.5, "1000000.0"), (0.9999996, "1.0"), (9.9999995e-05, "0.0001"),
    (1e15, "1e+15"), (123_456_789_012_345, "123456789012345.0"), (1e300, "1e+300"),
    (Double.leastNonzeroMagnitude, "4.94066e-324"), (1.7976931348623157e308, "1.79769e+308"),
    (0.5, "0.5"),
    (.infinity, "inf"), (-.infinity, "-inf"), (.nan, "nan"), (2.5, "2.5"), (0.1, "0.1"),
  ])
  func `a real reads well`(value: Double, text: String) {
    #expect(significant(value) == text)
  }

  /// C's own rounding is the independent formula, where its way of writing is ours.
  private func printf(_ value: Double, _ digits: Int) -> String {
    let text = String(format: "%.\(digits)g", value)
    return text.contains(".") || text.contains("e") ? text : text + ".0"
  }

  @Test(arguments: [1, 2, 3, 6, 9, 15, 17])
  func `any real is rounded as printf rounds it`(digits: Int) {
    var generator = SplitMix(state: UInt64(digits))
    for _ in 0..<4000 {
      let value = Double(bitPattern: generator.next())
      guard value.isFinite, value.magnitude < 1e-4 || value.magnitude >= 1e16 else { continue }
      #expect(significant(value, digits: digits) == printf(value, digits))
    }
  }

  @Test(arguments: [1, 2, 3, 6, 9, 15])
  func `reals of daily size are rounded as printf rounds them`(digits: Int) {
    var generator = SplitMix(state: UInt64(digits) << 8)
    for _ in 0..<4000 {
      let value = Double.random(in: -1000...1000, using: &generator)
      let whole = String(Int(value.rounded().magnitude)).count
      guard whole <= digits, Int(value.magnitude) > 0 else { continue }
      #expect(significant(value, digits: digits) == printf(value, digits))
    }
  }

  @Test func `a tie goes to the even digit`() {
    for eighths in stride(from: 1.0, through: 9999, by: 2) {
      let value = 100 + eighths / 8
      guard value < 1000 else { break }
      #expect(significant(value, digits: 5) == printf(value, 5))
    }
  }
}

/// A small generator with a seed (Steele, Lea and Flood 2014), so that each run tests the same numbers.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
