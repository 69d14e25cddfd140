import Testing

@testable import Statistics

struct WordingTests {
  @Test(
    arguments: [
      (29.4321, "29.4"), (0.0168, "0.0168"), (1.9e-6, "1.9e-06"), (0, "0"), (-1.005, "-1.01"),
      (1234.5, "1230"), (0.9999, "1"), (9.996e-5, "0.0001"), (1e20, "1e+20"),
      (1.5e-300, "1.5e-300"),
      (.infinity, "infinity"), (0.05, "0.05"), (2, "2"), (0.00012345, "0.000123"),
    ] as [(Double, String)])
  func `numbers are rounded to three digits`(_ number: Double, _ expected: String) {
    #expect(text(number, digits: 3) == expected)
  }

  @Test func `a p value is never said to be zero`() {
    #expect(text(p: 0) == "p < 1e-300")
    #expect(text(p: 1.94e-6) == "p = 1.9e-06")
    #expect(text(p: 1) == "p = 1")
  }

  @Test func `verdicts agree in number`() {
    #expect(verdict(0, of: 1, at: 0.05) == "the two are not shown to differ at 0.05")
    #expect(verdict(1, of: 1, at: 0.05) == "the two differ at 0.05")
    #expect(verdict(0, of: 6, at: 0.05) == "none of 6 pairs is shown to differ at 0.05")
    #expect(verdict(1, of: 6, at: 0.01) == "1 of 6 pairs differs at 0.01")
    #expect(verdict(2, of: 6, at: 0.1) == "2 of 6 pairs differ at 0.1")
  }
}
