import Testing

@testable import Tables

@Suite struct SparklineTests {
  private func scale(_ low: Double, _ high: Double, _ width: Int = 20, unicode: Bool = true)
    -> TextScale
  {
    TextScale(from: low, to: high, width: width, unicode: unicode)
  }

  @Test func `a character a value, the higher the taller`() {
    #expect(scale(0, 8).sparkline([0, 1, 2, 3, 4, 5, 6, 7, 8]) == "▁▂▃▄▅▆▇██")
    #expect(scale(0, 8, unicode: false).sparkline([0, 1, 2, 3, 4, 5, 6, 7]) == "_.-~=+*#")
  }

  @Test func `what is not there is a blank`() {
    #expect(scale(0, 1).sparkline([0, nil, 1, .nan]) == "▁ █ ")
    #expect(scale(0, 1).sparkline([]) == "")
  }

  @Test func `values all alike stand in the middle`() {
    #expect(scale(3, 3).sparkline([3, 3]) == "▅▅")
  }

  @Test func `more values than cells are averaged in groups`() {
    #expect(scale(0, 8, 2).sparkline([0, 0, 8, 8]) == "▁█")
    #expect(scale(0, 8, 2).sparkline([0, 8, nil, nil]) == "▅ ")
  }

  @Test func `the widest numbers fit`() {
    let most = Double.greatestFiniteMagnitude
    #expect(scale(-most, most).sparkline([-most, 0, most]) == "▁▅█")
  }
}
