import Statistics
internal import Tables

/// A value from step to step, such as version or month: a line a framework, with an interval of its mean.
enum Trend: Chart {
  static let name = "trend"
  static let help = "a mean from step to step, a line a framework, with its interval"
  static let channels = [
    Channel("x", "the steps: versions, months; texts stand in the order of the numbers in them"),
    Channel("y", "the value"),
    Channel("treatment", "the framework"),
    Channel("block", "what steps are compared on: a dataset"),
    Channel("direction", "higher or lower: which values are better", isRequired: false),
  ]

  static func drawing(of input: ChartInput) throws(FigureError) -> Drawing {
    let isHigherBetter = try input.isHigherBetter()
    let (series, skipped) = try TrendSeries.read(input)
    guard !series.isEmpty else {
      throw .tooLittle("no framework has a dataset at two steps, one at least is needed")
    }
    let ranked = series.sorted {
      let (one, other) = ($0.last.mean, $1.last.mean)
      return one == other ? $0.name < $1.name : (one > other) == isHigherBetter
    }
    let palette = input.palette(
      of: ranked.map(\.name), favourites: ranked.prefix(5).map(\.name))
    let layout = TrendLayout(
      series: ranked, width: input.width, label: input.label, palette: palette)
    return Drawing(
      title: title(ranked, isHigherBetter),
      notes: notes(ranked, input.label, isHigherBetter, skipped: skipped),
      description: description(ranked, label: input.label), height: layout.height,
      marks: layout.marks, footnotes: footnotes(ranked, palette))
  }
}

// MARK: - Words

extension Trend {
  /// What became of the framework that changed most.
  private static func title(_ series: [TrendSeries], _ isHigherBetter: Bool) -> String {
    let widest = series.max { abs($0.change) < abs($1.change) } ?? series[0]
    let name = Phrase.list([widest.name])
    let span = "from \(widest.first.step) to \(widest.last.step)"
    guard let interval = widest.interval, interval.lower > 0 || interval.upper < 0 else {
      return series.count == 1
        ? "\(name) is not shown to change \(span)"
        : "None of \(series.count) frameworks is shown to change"
    }
    let isBetter = (widest.change > 0) == isHigherBetter
    return "\(name) \(isBetter ? "gains" : "loses") \(Numeral.brief(abs(widest.change))) \(span)"
  }

  private static func notes(
    _ series: [TrendSeries], _ label: String?, _ isHigherBetter: Bool, skipped: Int
  ) -> [String] {
    let counts = series.map(\.blocks)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let n = least == most ? Numeral.grouped(most) : "\(least) to \(most)"
    return [
      label.map { "mean \($0)" }, Phrase.better(isHigherBetter),
      "n = \(n) datasets that a framework has at every step",
      most > 1 ? "bars: 95 % intervals of the mean, Student's t" : nil, Phrase.skipped(skipped),
    ].compactMap { $0 }
  }

  private static func description(_ series: [TrendSeries], label: String?) -> String {
    let lines = series.map { one in
      let steps = one.points.map { "\($0.step) \(Numeral.brief($0.mean))" }
      return "\(one.name): \(Phrase.spoken(steps))"
    }
    return "Lines of the mean \(label ?? "value") from step to step. \(Phrase.spoken(lines))."
  }

  private static func footnotes(_ series: [TrendSeries], _ palette: Palette) -> [String] {
    let grey = series.map(\.name).filter { !palette.isColoured($0) }
    let fewer = series.filter { $0.missing > 0 }
      .map { "\($0.name) (\(counted($0.missing, "dataset")))" }
    return [
      grey.isEmpty ? nil : "Grey lines: \(Phrase.list(grey, limit: 12)).",
      fewer.isEmpty
        ? nil : "Left out, since a step lacks them: \(Phrase.list(fewer, limit: 6)).",
    ].compactMap { $0 }
  }
}
