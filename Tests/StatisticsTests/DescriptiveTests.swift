import Statistics
import Testing

struct DescriptiveTests {
  /// f01 of edge-o01 in scores.csv, with mean, sd and mad in exact arithmetic.
  private let values = [0.81, 0.62, 0.9, 0.55, 0.73]

  @Test func `they agree with exact arithmetic`() throws {
    #expect(agrees(try #require(mean(of: values)), 0.722))
    #expect(agrees(try #require(standardDeviation(of: values)), 0.14096098751072936))
    #expect(agrees(try #require(variance(of: values)), 0.01987))
    #expect(median(of: values) == 0.73)
    #expect(quantile(0.25, of: values) == 0.62)
    #expect(agrees(try #require(interquartileRange(of: values)), 0.19))
    #expect(agrees(try #require(medianAbsoluteDeviation(of: values)), 0.11))
    #expect(agrees(try #require(notch(of: values)), 1.57 * 0.19 / 5.0.squareRoot()))
  }

  @Test func `quantiles are interpolated as type 7`() {
    #expect(quantile(0.25, of: [1, 2, 3, 4]) == 1.75)
    #expect(quantile(0, of: [3, 1, 2]) == 1)
    #expect(quantile(1, of: [3, 1, 2]) == 3)
    #expect(median(of: [4, 1, 3, 2]) == 2.5)
  }

  @Test func `huge values do not exceed what a double holds`() {
    #expect(median(of: [-1e308, 1e308]) == 0)
    #expect(quantile(0.25, of: [-0x1p1023, 0x1p1023]) == -0x1p1022)
  }

  @Test func `too few values have no statistic`() {
    #expect(mean(of: []) == nil)
    #expect(median(of: []) == nil)
    #expect(interquartileRange(of: []) == nil)
    #expect(medianAbsoluteDeviation(of: []) == nil)
    #expect(notch(of: []) == nil)
    #expect(standardDeviation(of: [1]) == nil)
    #expect(mean(of: [1]) == 1)
    #expect(median(of: [1]) == 1)
    #expect(interquartileRange(of: [1]) == 0)
  }

  @Test func `a NaN makes a NaN`() {
    #expect(mean(of: [1, .nan])?.isNaN == true)
    #expect(median(of: [1, .nan])?.isNaN == true)
    #expect(interquartileRange(of: [1, .nan])?.isNaN == true)
    #expect(medianAbsoluteDeviation(of: [1, .nan])?.isNaN == true)
  }

  @Test func `small differences of large values keep their digits`() {
    #expect(variance(of: [1e9 + 1, 1e9 + 2, 1e9 + 3]) == 1)
  }
}
