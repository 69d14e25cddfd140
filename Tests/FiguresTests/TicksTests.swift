import Testing

@testable import Figures

@Suite struct TicksTests {
  @Test(
    arguments: [
      (1.0, 5, 0.2), (0.7, 4, 0.2), (97.0, 5, 20), (1e-9, 4, 2e-10), (3, 3, 1), (9, 1, 10),
    ])
  func `a step is 1, 2 or 5 times a power of ten`(span: Double, count: Int, step: Double) {
    #expect(abs(Ticks.step(over: span, count: count) / step - 1) < 1e-12)
  }

  @Test func `bounds that are multiples are ticks`() {
    let ticks = Ticks.linear(from: 0.4, to: 1, step: 0.2)
    #expect(ticks.map(\.label) == ["0.4", "0.6", "0.8", "1.0"])
  }

  @Test func `labels have the digits the step needs`() {
    #expect(Ticks.linear(from: -5, to: 5, step: 5).map(\.label) == ["−5", "0", "5"])
    #expect(
      Ticks.linear(from: 0, to: 20_000, step: 10_000).map(\.label) == ["0", "10,000", "20,000"])
    #expect(Ticks.linear(from: 0, to: 2e9, step: 1e9).map(\.label) == ["0", "1e9", "2e9"])
  }

  @Test func `a step larger than the span may leave no tick`() {
    #expect(Ticks.linear(from: 0.1, to: 0.9, step: 1).isEmpty)
  }
}
