import Testing

@testable import Figures

@Suite struct BoxSummaryTests {
  @Test func `quartiles are of type 7 and whiskers end at values`() {
    // numpy.quantile([1, 2, 3, 4, 100], [.25, .5, .75]) = 2, 3, 4; 1.5 IQR reaches from -1 to 7.
    let box = BoxSummary(name: "tpot", values: [100, 2, 4, 3, 1])
    #expect([box.low, box.q1, box.median, box.q3, box.high] == [1, 2, 3, 4, 4])
    #expect(box.outliers == [100])
    #expect(box.count == 5)
  }

  @Test func `one value is all five numbers`() {
    let box = BoxSummary(name: "tpot", values: [0.5])
    #expect([box.low, box.q1, box.median, box.q3, box.high] == Array(repeating: 0.5, count: 5))
    #expect(box.outliers.isEmpty)
  }

  @Test func `equal values and one other make the other an outlier`() {
    #expect(BoxSummary(name: "tpot", values: [1, 1, 1, 1, 1, 0]).outliers == [0])
  }
}
