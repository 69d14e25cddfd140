import Testing

@testable import Figures

@Suite struct LogScaleTests {
  private func labels(_ values: [Double], count: Int = 5) -> [String] {
    LogScale(over: values, on: Extent(start: 0, end: 300), ticks: count).ticks.map(\.label)
  }

  @Test func `equal ratios are equal distances`() {
    let scale = LogScale(over: [1, 10_000], on: Extent(start: 0, end: 400), ticks: 5)
    #expect(abs(scale.position(of: 100) - 200) < 1e-9)
    #expect(scale.position(of: 1) == 0)
    #expect(abs(scale.position(of: 10_000) - 400) < 1e-9)
  }

  @Test func `ticks are as dense as the count allows`() {
    #expect(labels([2, 30]) == ["2", "5", "10", "20"])
    #expect(labels([348, 97_969]) == ["1,000", "3,000", "10,000", "30,000"])
    #expect(labels([348, 97_969], count: 3) == ["1,000", "10,000"])
    #expect(labels([1e-3, 1e6], count: 4) == ["0.001", "1", "1,000", "1M"])
  }

  @Test func `a short scale has round numbers`() {
    #expect(labels([2_100, 4_800]) == ["2,500", "3,000", "3,500", "4,000", "4,500"])
  }

  @Test func `a single value and none make a scale`() {
    #expect(labels([7]).contains("5"))
    #expect(labels([]) == ["1", "2", "5", "10"])
  }
}
