internal import Tables

/// The spread of each framework's values: median, quartiles, whiskers, outliers; best median on top.
enum BoxPlot: Chart {
  static let name = "box"
  static let help = "median, quartiles, whiskers and outliers of each framework's values"
  static let channels = [
    Channel("x", "the framework"),
    Channel("y", "the value, a row each; or else the five columns below", isRequired: false),
    Channel("low", "the end of the lower whisker", isRequired: false),
    Channel("q1", "the lower quartile", isRequired: false),
    Channel("median", "the median", isRequired: false),
    Channel("q3", "the upper quartile", isRequired: false),
    Channel("high", "the end of the upper whisker", isRequired: false),
    Channel("n", "how many values stand behind the five numbers", isRequired: false),
    Channel("limit", "what no value should be over; the same in every row", isRequired: false),
    Channel("direction", "higher or lower: which values are better", isRequired: false),
  ]
  static let settings = [
    Setting("scale", "linear or log"),
    Setting("points", "all or outliers: which values have a dot; outliers unless told"),
    Setting("least", "what lower values are drawn as"),
  ]

  /// More rows than this no reader follows.
  static let mostRows = 60

  static func drawing(of input: ChartInput) throws(FigureError) -> Drawing {
    let isHigherBetter = try input.isHigherBetter()
    let isLog = try input.isLog(default: false)
    let look = try look(input)
    let least =
      try input.spec.settings["least"] == nil
      ? nil : input.number("least", default: 0, in: -1e12...1e12)
    let (read, skipped) = try summaries(in: input, above: isLog ? 0 : -.infinity, least: least)
    guard !read.isEmpty else {
      throw .tooLittle("no row has both a framework and a finite number, one at least is needed")
    }
    let ranked = read.sorted {
      $0.median == $1.median ? $0.name < $1.name : ($0.median > $1.median) == isHigherBetter
    }
    let shown = Array(ranked.prefix(mostRows))
    let best = shown.filter { $0.median == shown[0].median }.map(\.name)
    let layout = BoxLayout(
      boxes: shown, width: input.width, isLog: isLog, label: input.label,
      palette: input.palette(of: ranked.map(\.name), favourites: best), look: look)
    let title =
      overrun(ranked, look: look)
      ?? title(shown, best: best, label: input.label, isHigherBetter)
    return Drawing(
      title: title, notes: notes(ranked, isHigherBetter, skipped: skipped, isLog: isLog),
      description: "\(title). \(description(shown, label: input.label))",
      height: layout.height, marks: layout.marks,
      footnotes: footnotes(
        layout, least: least, left: ranked.dropFirst(mostRows).map(\.name)))
  }

  private static func look(_ input: ChartInput) throws(FigureError) -> BoxLook {
    let limits = try input.columns("limit").isEmpty ? [] : try input.numbers("limit")
    let known = Set(limits.compactMap { $0 })
    let points = input.spec.settings["points"] ?? "outliers"
    guard ["all", "outliers"].contains(points) else {
      throw .badSetting("points", value: points, expected: "all or outliers")
    }
    return BoxLook(drawsAll: points == "all", limit: known.count == 1 ? known.first : nil)
  }
}

// MARK: - Reading

extension BoxPlot {
  /// One summary a framework, and how many rows were of no use.
  private static func summaries(
    in input: ChartInput, above bound: Double, least: Double?
  ) throws(FigureError) -> (boxes: [BoxSummary], skipped: Int) {
    let quartiles = try input.columns("q1")
    return quartiles.isEmpty || input.spec.settings["y"] != nil
      ? try values(in: input, above: bound, least: least ?? -.infinity)
      : try fiveNumbers(in: input, above: bound)
  }

  private static func values(
    in input: ChartInput, above bound: Double, least: Double
  ) throws(FigureError) -> (boxes: [BoxSummary], skipped: Int) {
    let names = try input.names("x")
    let values = try input.numbers("y")
    var groups: [String: [Double]] = [:]
    var skipped = 0
    for (name, value) in zip(names, values) {
      if let name, let value, value > bound {
        groups[name, default: []].append(max(value, least))
      } else {
        skipped += 1
      }
    }
    return (groups.map { BoxSummary(name: $0.key, values: $0.value) }, skipped)
  }

  private static func fiveNumbers(
    in input: ChartInput, above bound: Double
  ) throws(FigureError) -> (boxes: [BoxSummary], skipped: Int) {
    let names = try input.names("x")
    var columns: [[Double?]] = []
    for channel in ["low", "q1", "median", "q3", "high"] {
      columns.append(try input.numbers(channel))
    }
    let counts = try input.columns("n").isEmpty ? nil : try input.numbers("n")
    let boxes = names.indices.compactMap { row -> BoxSummary? in
      let five = columns.compactMap { $0[row] }
      guard let name = names[row], five.count == 5, five[0] > bound else { return nil }
      return BoxSummary(
        name: name, low: five[0], q1: five[1], median: five[2], q3: five[3], high: five[4],
        count: counts?[row].map { Int($0) })
    }
    return (boxes, names.count - boxes.count)
  }
}

// MARK: - Words

extension BoxPlot {
  private static func title(
    _ boxes: [BoxSummary], best: [String], label: String?, _ isHigherBetter: Bool
  ) -> String {
    let median = Numeral.brief(boxes[0].median)
    let what = label.map { "median \($0)" } ?? "median"
    if boxes.count == 1 { return "\(Phrase.list(best)) has a \(what) of \(median)" }
    let extreme = isHigherBetter ? "highest" : "lowest"
    return best.count == 1
      ? "\(Phrase.list(best)) has the \(extreme) \(what), \(median)"
      : "\(Phrase.list(best)) share the \(extreme) \(what), \(median)"
  }

  /// How many values are over the limit, and whose; nil where there is none.
  private static func overrun(
    _ boxes: [BoxSummary], look: BoxLook
  ) -> String? {
    guard let limit = look.limit else { return nil }
    let counts = boxes.map { (name: $0.name, over: look.over($0) ?? 0) }
    let over = counts.reduce(0) { $0 + $1.over }
    let words = "over the limit of \(Numeral.brief(limit))"
    guard over > 0, let most = counts.map(\.over).max() else { return "No value is \(words)" }
    let whose = counts.filter { $0.over == most }.map(\.name).sorted()
    let all = boxes.reduce(0) { $0 + $1.values.count }
    return "\(Numeral.grouped(over)) of \(counted(all, "value")) \(over == 1 ? "is" : "are") "
      + words
      + (boxes.count == 1 ? "" : ", most of \(Phrase.list(whose)) (\(Numeral.grouped(most)))")
  }

  private static func notes(
    _ boxes: [BoxSummary], _ isHigherBetter: Bool, skipped: Int, isLog: Bool
  ) -> [String] {
    let counts = boxes.compactMap(\.count)
    let total =
      counts.isEmpty ? nil : "n = \(counted(counts.reduce(0, +), "value"))"
    let left =
      isLog && skipped > 0
      ? "\(counted(skipped, "row")) without a number above 0 left out"
      : Phrase.skipped(skipped)
    return [
      total, counted(boxes.count, "framework"), Phrase.better(isHigherBetter),
      "box: quartiles, whiskers: 1.5 IQR", left,
    ].compactMap { $0 }
  }

  private static func description(_ boxes: [BoxSummary], label: String?) -> String {
    let medians = boxes.map {
      "\($0.name) \(Numeral.brief($0.median)) (\(Numeral.brief($0.q1)) to \(Numeral.brief($0.q3)))"
    }
    return
      "Box plots of \(label ?? "the values"), a row a framework, best median first; medians and "
      + "quartiles: \(Phrase.spoken(medians))."
  }

  private static func footnotes(
    _ layout: BoxLayout, least: Double?, left: [String]
  ) -> [String] {
    let hidden =
      layout.hiddenOutliers == 0
      ? []
      : [
        "Dots are the outliers furthest from their box; \(Numeral.grouped(layout.hiddenOutliers)) "
          + "of \(counted(layout.allOutliers, "outlier")) nearer to it or under another dot are not "
          + "drawn."
      ]
    let rows =
      left.isEmpty ? [] : ["Not drawn, of lower standing: \(Phrase.list(left, limit: 12))."]
    let dots =
      layout.hiddenValues == 0
      ? [] : ["\(counted(layout.hiddenValues, "dot")) not drawn, evenly along the values."]
    let clipped = least.map { least in
      layout.boxes.reduce(0) { $0 + $1.values.count { $0 == least } }
    }
    let low =
      (clipped ?? 0) == 0
      ? []
      : [
        "\(counted(clipped ?? 0, "value")) of \(Numeral.brief(least ?? 0)) or less drawn at "
          + "\(Numeral.brief(least ?? 0))."
      ]
    return hidden + dots + low + rows
  }
}
