import Testing

@testable import Figures

@Suite struct ChartListTests {
  @Test func `every chart has a name of its own, help and channels`() {
    let names = ChartSummary.all.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names == names.sorted())
    for chart in ChartSummary.all {
      let keys = chart.channels.map(\.name) + chart.settings.map(\.name)
      #expect(!chart.help.isEmpty && chart.channels.contains { $0.isRequired })
      #expect(Set(keys).count == keys.count)
      #expect(chart.channels.allSatisfy { !$0.help.isEmpty })
      #expect(chart.settings.allSatisfy { !$0.help.isEmpty })
    }
  }

  @Test func `a chart that is not there is answered with those that are`() {
    let error = #expect(throws: FigureError.self) { try ChartList.chart(named: "pie") }
    #expect(
      error?.description
        == "no chart \"pie\" among box, heat, histogram, pair-scatter, pairwise-matrix, pareto, "
        + "performance, rank-cd, scatter-matrix, stack, trend")
  }
}
