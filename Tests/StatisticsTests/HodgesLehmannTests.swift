import Statistics
import Testing

struct HodgesLehmannTests {
  /// Hollander and Wolfe's depression data.
  static let x = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]
  static let y = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]

  @Test func `shift and interval agree with R`() throws {
    // R 4.2.2: wilcox.test(x, y, paired = TRUE, conf.int = TRUE), of which 95 % hold 96.09 %
    let test = try #require(HodgesLehmann(Self.x, Self.y))
    #expect(agrees(test.shift, 0.46))
    let interval = test.interval()
    #expect(agrees(interval.lower, 0.01))
    #expect(agrees(interval.upper, 0.786))
    #expect(interval.confidence == 0.9609375)
    let narrow = test.interval(confidence: 0.9)
    #expect(agrees(narrow.lower, 0.175))
    #expect(agrees(narrow.upper, 0.726))
  }

  @Test(arguments: [("wx-o25", 0.05, -0.02, 0.115), ("wx-o50", 0.015, 0.0065, 0.023)])
  func `larger samples agree with R`(
    name: String, shift: Double, lower: Double, upper: Double
  ) throws {
    let blocks = try Fixture.blocks(of: name)
    let test = try #require(HodgesLehmann(blocks.values(of: 0), blocks.values(of: 1)))
    let interval = test.interval()
    #expect(agrees(test.shift, shift))
    #expect(agrees(interval.lower, lower))
    #expect(agrees(interval.upper, upper))
  }

  @Test func `it is the median of all Walsh averages`() throws {
    var random = SplitMix64(seed: 61)
    for count in 1...20 {
      let values = (0..<count).map { _ in Double(Int.random(in: -99...99, using: &random)) }
      let walsh = values.indices.flatMap { one in
        (one..<count).map { (values[one] + values[$0]) / 2 }
      }
      let test = try #require(HodgesLehmann(values, values.map { _ in 0 }))
      #expect(test.shift == median(of: walsh))
    }
  }

  @Test func `a shift of all values is the shift`() throws {
    let test = try #require(HodgesLehmann([0.84, 0.9, 0.35], [0.79, 0.85, 0.3]))
    #expect(test.shift == 0.05)
    #expect(test.interval().lower == 0.05)
  }

  @Test func `few pairs have what confidence they have, none no shift`() throws {
    #expect(HodgesLehmann([], []) == nil)
    let two = try #require(HodgesLehmann([1, 3], [0, 0])).interval()
    #expect((two.lower, two.upper) == (1, 3))
    #expect(two.confidence == 0.5)
  }

  @Test func `a hundred thousand pairs`() throws {
    let values = (0..<100_000).map { Double($0 * 7919 % 100_003) / 1000 }
    let test = try #require(HodgesLehmann(values, values.map { _ in 0 }))
    #expect(abs(test.shift - 50) < 0.1)
    let interval = test.interval()
    #expect(interval.lower < test.shift && test.shift < interval.upper)
    #expect(interval.upper - interval.lower < 0.5)
  }
}
