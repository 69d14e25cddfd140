import Tables
import Testing

struct DecimalTests {
  @Test(arguments: [
    ("0", 0), ("-0.5", -0.5), (".5", 0.5), ("5.", 5), ("+3E5", 3e5), ("1e-07", 1e-7),
    ("0.1", 0.1), ("0.927896", 0.927896), ("3621.9", 3621.9), ("000123", 123),
    ("0.8414322250639387", 0.8414322250639387), ("9007199254740993", 9_007_199_254_740_992),
    ("9999999999999999999", 1e19), ("18446744073709551616", 18_446_744_073_709_551_616),
    ("123456789012345678901234567890", 1.2345678901234568e29),
    ("4.9e-324", .leastNonzeroMagnitude), ("1.7976931348623157e308", 1.7976931348623157e308),
    ("1e999", .infinity), ("-1e999999999999", -.infinity), ("1e-99999999999", 0),
    ("inf", .infinity), ("-Infinity", -.infinity),
  ])
  func `text is the nearest double`(text: String, value: Double) {
    #expect(number(text) == value)
  }

  @Test func `minus zero and NaN keep what they are`() {
    #expect(number("-0.0")?.sign == .minus)
    #expect(number("nan")?.isNaN == true)
    #expect(number("NaN")?.isNaN == true)
  }

  @Test(arguments: [
    "", ".", "-", "+", "e5", "1e", "1e+", "1.2.3", "1,5", " 1", "1 ", "0x10", "1_000", "--1",
    "nano",
    "1e5.0", "None", "NA", "١",
  ])
  func `other text is no number`(text: String) {
    #expect(number(text) == nil)
  }

  @Test func `twenty thousand numbers agree with the standard library`() {
    var word: UInt64 = 1400
    func next() -> UInt64 {
      word = word &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return word >> 11
    }
    for _ in 0..<20_000 {
      let digits = String(next()).prefix(Int(next() % 19) + 1)
      let point = Int(next() % 20)
      let zeros = String(repeating: "0", count: max(0, point - digits.count))
      let text = (zeros + digits).dropLast(point) + "." + (zeros + digits).suffix(point) + "0"
      #expect(number(String(text)) == Double(text), "\(text)")
      let drawn = Double(next()) / 0x1p53
      #expect(number("\(drawn)") == drawn)
    }
  }

  @Test func `whole numbers keep every digit`() {
    #expect(integer("9007199254740993") == 9_007_199_254_740_993)
    #expect(integer("-9223372036854775808") == .min)
    #expect(integer("9223372036854775808") == nil)
    #expect(integer("1.0") == nil)
    #expect(integer("1e3") == nil)
    #expect(integer("007") == 7)
  }

  private func number(_ text: String) -> Double? {
    Array(text.utf8).withUnsafeBufferPointer { Decimal.number($0[...]) }
  }

  private func integer(_ text: String) -> Int? {
    Array(text.utf8).withUnsafeBufferPointer { Decimal.integer($0[...]) }
  }
}
