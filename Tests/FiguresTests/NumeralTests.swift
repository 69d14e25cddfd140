import Testing

@testable import Figures

@Suite struct NumeralTests {
  @Test(
    arguments: [
      (0.0, 2, "0.00"), (0.005, 2, "0.01"), (-0.001, 2, "0.00"), (-12_345.6, 1, "−12,345.6"),
      (999.95, 1, "1,000.0"), (1e20, 0, "1e20"),
    ])
  func `fixed decimals round half away from zero`(value: Double, decimals: Int, text: String) {
    #expect(Numeral.fixed(value, decimals: decimals) == text)
  }

  @Test(
    arguments: [
      (0.0, "0"), (0.8312, "0.831"), (12.44, "12.4"), (3.0, "3"), (1_204.4, "1,204"),
      (3.14e-7, "3.1e−7"), (9.99e-4, "1e−3"), (2e9, "2e9"), (-0.5, "−0.500"),
    ])
  func `a brief number has about three digits`(value: Double, text: String) {
    #expect(Numeral.brief(value) == text)
  }

  @Test func `thousands stand apart`() {
    #expect(Numeral.grouped(0) == "0")
    #expect(Numeral.grouped(999) == "999")
    #expect(Numeral.grouped(1_000) == "1,000")
    #expect(Numeral.grouped(-1_234_567) == "−1,234,567")
  }

  @Test func `a p value is never zero`() {
    #expect(Numeral.probability(0) == "p < 0.001")
    #expect(Numeral.probability(0.0234) == "p = 0.023")
    #expect(Numeral.probability(0.51) == "p = 0.51")
  }
}
