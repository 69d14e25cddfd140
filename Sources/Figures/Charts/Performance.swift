internal import Tables

/// How a value goes with the size of the data: dots and a rolling median for each framework.
enum Performance: Chart {
  static let name = "performance"
  static let help = "a value against sizes, a dot a dataset, with each framework's rolling median"
  static let channels = [
    Channel("x", "the sizes, one column or several with commas between"),
    Channel("y", "the value, a row a framework and dataset"),
    Channel("treatment", "the framework"),
    Channel("facet", "what splits the rows into lines of panels", isRequired: false),
    Channel("direction", "higher or lower: which values are better", isRequired: false),
  ]
  static let settings = [Setting("scale", "log or linear sizes; log unless told")]

  static func drawing(of input: ChartInput) throws(FigureError) -> Drawing {
    let isHigherBetter = try input.isHigherBetter()
    let isLog = try input.isLog(default: true)
    let (panels, skipped) = try PerformancePanel.read(input, above: isLog ? 0 : -.infinity)
    let ranked = ranked(panels, isHigherBetter)
    guard !ranked.isEmpty else {
      throw .tooLittle("no row has a framework, a size and a value, one at least is needed")
    }
    let palette = input.palette(of: ranked, favourites: Array(ranked.prefix(5)))
    let layout = PerformanceLayout(
      panels: panels, ranked: ranked, isLog: isLog, width: input.width, label: input.label,
      palette: palette)
    return Drawing(
      title: title(panels[0], isHigherBetter),
      notes: notes(panels, count: ranked.count, isHigherBetter, skipped: skipped),
      description: description(panels, label: input.label), height: layout.height,
      marks: layout.marks, footnotes: footnotes(panels, ranked: ranked, palette: palette))
  }

  /// The frameworks, best mean value first.
  private static func ranked(_ panels: [PerformancePanel], _ isHigherBetter: Bool) -> [String] {
    var values: [String: [Double]] = [:]
    for series in panels.flatMap(\.series) {
      values[series.name, default: []] += series.points.map(\.y)
    }
    let means = values.mapValues { $0.sorted().reduce(0, +) / Double($0.count) }
    return means.sorted {
      $0.value == $1.value ? $0.key < $1.key : ($0.value > $1.value) == isHigherBetter
    }.map(\.key)
  }
}

// MARK: - Words

extension Performance {
  /// Who leads at the small end and who at the large one.
  private static func title(_ panel: PerformancePanel, _ isHigherBetter: Bool) -> String {
    let curves = panel.series.filter { !$0.rolling.isEmpty }
    func leader(_ value: (PerformanceSeries) -> Double) -> String? {
      curves.max { isHigherBetter ? value($0) < value($1) : value($0) > value($1) }?.name
    }
    let small = leader { $0.rolling[0].y } ?? ""
    let large = leader { $0.rolling[$0.rolling.count - 1].y } ?? ""
    let context = panel.facet.map { " (\($0))" } ?? ""
    if curves.count == 1 { return "\(Phrase.list([small])) by \(panel.measure)\(context)" }
    return small == large
      ? "\(Phrase.list([small])) leads from few \(panel.measure) to many\(context)"
      : "\(Phrase.list([small])) leads on few \(panel.measure), \(Phrase.list([large])) on many\(context)"
  }

  private static func notes(
    _ panels: [PerformancePanel], count: Int, _ isHigherBetter: Bool, skipped: Int
  ) -> [String] {
    let sizes = panels.flatMap(\.series).map(\.points.count)
    let least = sizes.min() ?? 0
    let most = sizes.max() ?? 0
    let n =
      least == most
      ? Numeral.grouped(most) : "\(Numeral.grouped(least)) to \(Numeral.grouped(most))"
    return [
      counted(count, "framework"), "n = \(n) values a line",
      "lines: rolling median over half the datasets", Phrase.better(isHigherBetter),
      skipped == 0
        ? nil : "\(counted(skipped, "row")) without a framework, a size or a value left out",
    ].compactMap { $0 }
  }

  private static func description(_ panels: [PerformancePanel], label: String?) -> String {
    let parts = panels.map { panel in
      let ends = panel.series.compactMap { series -> String? in
        guard let first = series.rolling.first, let last = series.rolling.last else { return nil }
        return "\(series.name) \(Numeral.brief(first.y)) to \(Numeral.brief(last.y))"
      }
      let facet = panel.facet.map { "\($0), " } ?? ""
      return "\(facet)from few to many \(panel.measure): \(Phrase.spoken(ends))"
    }
    return "Rolling medians of \(label ?? "the value") by size. \(parts.joined(separator: "; "))."
  }

  private static func footnotes(
    _ panels: [PerformancePanel], ranked: [String], palette: Palette
  ) -> [String] {
    let grey = ranked.filter { !palette.isColoured($0) }
    let hidden = panels.flatMap(\.series).map { $0.points.count - $0.drawn.count }.reduce(0, +)
    return [
      grey.isEmpty ? nil : "Grey lines without dots: \(Phrase.list(grey, limit: 12)).",
      hidden == 0 ? nil : "\(counted(hidden, "dot")) not drawn, evenly along the sizes.",
    ].compactMap { $0 }
  }
}
