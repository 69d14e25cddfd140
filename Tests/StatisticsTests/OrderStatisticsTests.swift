import Statistics
import Testing

@Suite struct OrderStatisticsTests {
  @Test func `no numbers have no statistics`() {
    var none = OrderStatistics()
    #expect(none.count == 0 && none.quantile(0.5) == nil)
    #expect(none.interquartileRange == nil && none.medianAbsoluteDeviation() == nil)
  }

  @Test func `what leaves is forgotten, what equals it stays`() {
    var values = OrderStatistics()
    for value in [4.0, 1, 9, 4] { values.insert(value) }
    #expect(values.quantile(0.5) == 4)
    values.remove(9)
    values.remove(4)
    #expect(values.count == 2 && values.quantile(0.5) == 2.5)
    values.remove(1)
    values.remove(4)
    #expect(values.quantile(0.5) == nil)
  }

  /// Few different values make ties, many make none.
  @Test(arguments: [1, 2, 3, 7, 50, 100_000])
  func `a sliding window has the statistics of its numbers, to the bit`(different: Int) {
    var random = SplitMix64(seed: UInt64(different))
    let values = (0..<400).map { _ in Double(random.next() % UInt64(different)) / 8 - 3 }
    var window = OrderStatistics()
    for (place, value) in values.enumerated() {
      window.insert(value)
      if place >= 40 { window.remove(values[place - 40]) }
      let naive = Array(values[max(0, place - 39)...place])
      #expect(window.count == naive.count)
      for p in [0, 0.1, 0.5, 0.9, 1] { #expect(window.quantile(p) == quantile(p, of: naive)) }
      #expect(window.interquartileRange == interquartileRange(of: naive))
      #expect(window.medianAbsoluteDeviation() == medianAbsoluteDeviation(of: naive))
    }
  }

  @Test func `infinities are numbers too`() {
    var values = OrderStatistics()
    for value in [1.0, Double.infinity, 3, -Double.infinity, 2] { values.insert(value) }
    #expect(values.quantile(0.5) == 2 && values.medianAbsoluteDeviation() == 1)
    #expect(values.quantile(1) == Double.infinity)
    for value in [1.0, 2, 3] { values.remove(value) }
    #expect(values.medianAbsoluteDeviation()?.isNaN == true)
  }
}
