import Testing

@testable import Figures

@Suite struct LinearScaleTests {
  private let extent = Extent(start: 100, end: 300)

  @Test func `the ends of the values stand at the ends of the pixels`() {
    let scale = LinearScale(over: [2, 8, 4], on: extent, ticks: 3, isNice: false)
    #expect(scale.position(of: 2) == 100)
    #expect(scale.position(of: 8) == 300)
    #expect(scale.position(of: 5) == 200)
  }

  @Test func `a nice scale begins and ends at ticks`() {
    let scale = LinearScale(over: [0.195, 0.736], on: extent, ticks: 4)
    #expect(scale.ticks.first?.label == "0.0")
    #expect(scale.ticks.last?.label == "0.8")
    #expect(scale.ticks.map { scale.position(of: $0.value) }.first == 100)
  }

  @Test func `pixels may run backwards`() {
    let scale = LinearScale(over: [0, 1], on: Extent(start: 300, end: 100), ticks: 2)
    #expect(scale.position(of: 1) == 100)
  }

  @Test(arguments: [[], [5.0], [0], [-3, -3], [1e300, 1e300]])
  func `no spread still makes a scale`(values: [Double]) {
    let scale = LinearScale(over: values, on: extent, ticks: 4)
    #expect(scale.lower < scale.upper)
    #expect(values.allSatisfy { scale.position(of: $0).isFinite })
    #expect(!scale.ticks.isEmpty)
  }
}
