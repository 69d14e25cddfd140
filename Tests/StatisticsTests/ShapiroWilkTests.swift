import Statistics
import Testing

import func Glibc.pow
import func Glibc.sin

struct ShapiroWilkTests {
  /// R 4.2.2: shapiro.test
  static let cases: [(values: [Double], w: Double, p: Double)] = [
    ([1.2, 0.3, 2.5], 0.98910081743869227, 0.8002483284602524),
    ([0.1, 0.5, 0.2, 0.9], 0.92814168990599366, 0.58352057931444401),
    ([3, 1, 4, 1, 5], 0.89392449379305006, 0.3772224690264801),
    ([2.7, 1.8, 2.8, 1.8, 2.8, 4.5], 0.84190701706635029, 0.13518344584798217),
    (
      [148, 154, 158, 160, 161, 162, 166, 170, 182, 195, 236], 0.78881469483538735,
      0.0067038140565029254
    ),
    ((1...12).map { Double($0 * $0) }, 0.91629244147428457, 0.25667346766162569),
    ((1...50).map { pow(Double($0), 1.5) }, 0.93178698973870833, 0.0064610884052193696),
    ((1...200).map { sin(Double($0)) }, 0.8976679649339645, 1.7897908466979073e-10),
    ((1...5000).map { Double($0 % 977) }, 0.95154294326072053, 8.4352168294142317e-38),
  ]

  @Test(arguments: cases)
  func `it agrees with R`(_ values: [Double], _ w: Double, _ p: Double) throws {
    let test = try #require(ShapiroWilk(values))
    #expect(agrees(test.w, w))
    // p is the tail of a logarithm of 1 - W, which magnifies W's last digits.
    #expect(agrees(test.p, p, 1e-10))
  }

  @Test func `scale, place and sign do not matter`() throws {
    let values = [2.7, 1.8, 2.8, 1.75, 2.9, 4.5]
    let test = try #require(ShapiroWilk(values))
    for other in [values.map { 1000 * $0 - 7 }, values.map { -$0 }, values.map { $0 * 1e-200 }] {
      #expect(agrees(try #require(ShapiroWilk(other)).w, test.w))
    }
  }

  @Test func `three equally spaced values are as normal as can be`() throws {
    let test = try #require(ShapiroWilk([1, 2, 3]))
    #expect(agrees(test.w, 1))
    // asin is steep at 1: R's p is 1, and so is this to the root of the rounding error.
    #expect(agrees(test.p, 1, 1e-7))
  }

  @Test func `too few, too many, constant and infinite values have no answer`() {
    for values in [[], [1], [1, 2], [1, 1, 1], [1, 2, .nan], [1, 2, .infinity]] as [[Double]] {
      #expect(ShapiroWilk(values) == nil)
    }
    #expect(ShapiroWilk((1...5001).map { Double($0) }) == nil)
  }

  @Test func `p is uniform for normal values`() {
    var random = SplitMix64(seed: 31)
    let small = (0..<1000).count { _ in
      let values = (0..<20).map { _ in
        Normal.quantile(upperTail: Double.random(in: 1e-12..<1, using: &random))
      }
      return (ShapiroWilk(values)?.p ?? 0) < 0.1
    }
    #expect((62...138).contains(small))
  }
}
