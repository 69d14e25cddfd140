import Testing

@testable import Figures

@Suite struct TextMetricsTests {
  @Test func `a width is the sum of the advances`() {
    // DejaVu Sans: H 0.752, i 0.278 em, rounded up to hundredths.
    #expect(TextMetrics.width("Hi", size: 100) == 104)
    #expect(TextMetrics.width("", size: 13) == 0)
  }

  @Test func `bold is wider, CJK a full em, a combining mark nothing`() {
    #expect(
      TextMetrics.width("tpot", size: 13, weight: .semibold) > TextMetrics.width("tpot", size: 13))
    #expect(TextMetrics.width("自動", size: 10) == 20)
    #expect(TextMetrics.width("e\u{301}", size: 10) == TextMetrics.width("e", size: 10))
  }

  @Test func `what fits is left alone`() {
    #expect(TextMetrics.fitted("tpot", to: 100, size: 13) == "tpot")
    #expect(TextMetrics.fitted("", to: 0, size: 13) == "")
  }

  @Test(arguments: [0.0, 20, 60, 100])
  func `what does not fit keeps its head and tail`(limit: Double) {
    let name = "auto-sklearn-with-a-long-name-0.14.7"
    let fitted = TextMetrics.fitted(name, to: limit, size: 13)
    #expect(fitted.contains("…"))
    #expect(fitted == "…" || TextMetrics.width(fitted, size: 13) <= limit)
    if limit >= 100 { #expect(fitted.hasPrefix("auto") && fitted.hasSuffix(".7")) }
  }

  @Test func `a name of a megabyte is measured no further than needed`() {
    let name = String(repeating: "a", count: 1_000_000)
    #expect(TextMetrics.fitted(name, to: 80, size: 13).count < 12)
  }

  @Test func `lines break between pieces, and inside one only where they must`() {
    let lines = TextMetrics.lines(
      of: ["one piece", "another", "a rather long piece"], joinedBy: " · ", to: 90, size: 12)
    #expect(lines == ["one piece", "another", "a rather long", "piece"])
    #expect(lines.allSatisfy { TextMetrics.width($0, size: 12) <= 90 })
  }
}
