import Statistics
import Testing

struct MedianIntervalTests {
  @Test(
    arguments: [
      // R 4.2.2: sort(x)[qbinom(0.025, n, 0.5)], 1 - 2 pbinom(k - 1, n, 0.5)
      ("wx-o25", -0.03, 0.14, 0.95671474933624268), ("wx-o50", 0.007, 0.027, 0.96716086243573141),
    ])
  func `it agrees with R`(
    name: String, lower: Double, upper: Double, confidence: Double
  ) throws {
    let values = try Fixture.blocks(of: name).values(of: 0)
    let interval = try #require(medianInterval(of: values))
    #expect((interval.lower, interval.upper) == (lower, upper))
    #expect(agrees(interval.confidence, confidence))
  }

  @Test func `few values hold what they hold`() throws {
    #expect(medianInterval(of: []) == nil)
    #expect(medianInterval(of: [3]) == Interval(lower: 3, upper: 3, confidence: 0))
    #expect(medianInterval(of: [2, 1]) == Interval(lower: 1, upper: 2, confidence: 0.5))
    let six = try #require(medianInterval(of: [1, 2, 3, 4, 5, 6]))
    #expect(six == Interval(lower: 1, upper: 6, confidence: 0.96875))
    #expect(try #require(medianInterval(of: [1, .nan])).lower.isNaN)
  }

  @Test func `it holds no less than asked, and one step in it would`() throws {
    for count in 6...200 {
      let values = (1...count).map { Double($0) }
      let interval = try #require(medianInterval(of: values, confidence: 0.95))
      #expect(interval.confidence >= 0.95)
      let place = Int(interval.lower)
      if place + 1 <= count / 2 {
        #expect(1 - 2 * Binomial(trials: count).lowerTail(place) < 0.95)
      }
      #expect(interval.lower + interval.upper == Double(count + 1))
    }
  }

  @Test func `a hundred thousand values`() throws {
    let interval = try #require(medianInterval(of: (1...100_000).map { Double($0) }))
    // 50000 - 1.96 sqrt(100000) / 2
    #expect(abs(interval.lower - 49_690) < 2)
  }
}
