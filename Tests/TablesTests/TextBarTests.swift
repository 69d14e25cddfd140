import Testing

@testable import Tables

@Suite struct TextBarTests {
  private func scale(_ low: Double, _ high: Double, _ width: Int = 10, unicode: Bool = true)
    -> TextScale
  {
    TextScale(from: low, to: high, width: width, unicode: unicode)
  }

  @Test func `bars have eighths of a cell`() {
    #expect(scale(0, 10).bar(10) == "██████████")
    #expect(scale(0, 10).bar(2.5) == "██▌")
    #expect(scale(0, 10).bar(0.001) == "▏")
    #expect(scale(0, 10).bar(0) == "")
    #expect(scale(0, 10, unicode: false).bar(2.5) == "###")
    #expect(scale(0, 10, unicode: false).bar(0.001) == "#")
  }

  @Test func `bars go both ways from zero`() {
    #expect(scale(-5, 5).bar(5) == "     █████")
    #expect(scale(-5, 5).bar(-5) == "█████")
    #expect(scale(-5, 5).bar(-2) == "   ██")
  }

  @Test func `what is not there is not drawn`() {
    #expect(scale(0, 0).bar(3) == "▏")
    #expect(scale(0, 1).bar(.nan) == "" && scale(0, 1).bar(.infinity) == "")
  }

  @Test func `a box plot shows five numbers`() {
    let five = TextScale.FiveNumbers(least: 1, lower: 3, median: 4, upper: 6, most: 9)
    #expect(scale(0, 10).box(five) == " ├─▒█▒▒──┤")
    #expect(scale(0, 10, unicode: false).box(five) == " |-=#==--|")
    let one = TextScale.FiveNumbers(least: 10, lower: 10, median: 10, upper: 10, most: 10)
    #expect(scale(0, 10).box(one) == "         █")
  }

  @Test(arguments: [
    (-1e308, 1e308), (Double.leastNonzeroMagnitude, 2 * Double.leastNonzeroMagnitude),
    (-1.7e308, 0), (1.7e308, 1.7e308),
  ])
  func `the largest and the smallest numbers are drawn`(low: Double, high: Double) {
    let five = TextScale.FiveNumbers(least: low, lower: low, median: high, upper: high, most: high)
    #expect(scale(low, high).box(five).hasSuffix("█"))
    #expect(scale(min(low, 0), max(high, 0)).bar(high == 0 ? low : high).hasSuffix("█"))
    #expect(roundSteps(from: low, to: high, about: 12).count >= 2)
  }

  @Test(arguments: [
    (0.4596, 1.0, [0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 1.0]),
    (1.0, 1.0, [1, 2]), (-3.0, 7.0, [-3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7]),
  ])
  func `steps are round`(low: Double, high: Double, bounds: [Double]) {
    let found = roundSteps(from: low, to: high, about: 12)
    #expect(found.count == bounds.count)
    #expect(zip(found, bounds).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test(arguments: [(0.0, 1e-9), (-1e12, 1e12), (5.0, 5.0000001), (0, 123456)])
  func `steps cover what they are asked to`(low: Double, high: Double) {
    let bounds = roundSteps(from: low, to: high, about: 12)
    let slack = (high - low) * 1e-6
    #expect((bounds.first ?? .infinity) <= low + slack && (bounds.last ?? 0) >= high - slack)
    #expect(3...15 ~= bounds.count)
  }
}
