/// Every chart there is.
enum ChartList {
  static let all: [any Chart.Type] = [
    BoxPlot.self,
    Heat.self,
    Histogram.self,
    PairScatter.self,
    PairwiseMatrix.self,
    Pareto.self,
    Performance.self,
    RankCD.self,
    ScatterMatrix.self,
    Stack.self,
    Trend.self,
  ]

  static func chart(named name: String) throws(FigureError) -> any Chart.Type {
    if let chart = all.first(where: { $0.name == name }) { return chart }
    throw .noChart(name, among: all.map { $0.name })
  }
}

/// A chart as help shows it.
package struct ChartSummary: Sendable, Equatable {
  package let name: String
  package let help: String
  package let channels: [Channel]
  package let settings: [Setting]

  /// Every chart, in alphabetical order.
  package static var all: [ChartSummary] {
    ChartList.all.map {
      ChartSummary(
        name: $0.name, help: $0.help, channels: $0.channels,
        settings: $0.settings + Setting.common)
    }
  }
}
