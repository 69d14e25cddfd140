internal import Tables

/// Where the panels of a histogram stand.
struct HistogramLayout {
  let samples: [Histogram.Sample]
  let unit: String

  private let measures: [String]
  private let bins: [String: Bins]
  private let isLog: Bool
  private let grid: Grid
  /// The samples that have a panel, each with its place in the grid.
  private let placed: [(place: Int, sample: Histogram.Sample)]

  init(samples: [Histogram.Sample], bins count: Int, isLog: Bool, width: Double, unit: String) {
    self.samples = samples
    self.unit = unit
    self.isLog = isLog
    var measures: [String] = []
    for sample in samples where !measures.contains(sample.measure) {
      measures.append(sample.measure)
    }
    self.measures = measures
    bins = Dictionary(
      uniqueKeysWithValues: measures.map { measure in
        let values = samples.filter { $0.measure == measure }.flatMap(\.values)
        return (measure, Bins(over: values, count: count, isLog: isLog))
      })
    let left = 30.0
    let columns = Grid.columns(wanted: measures.count, in: width, left: left, least: 130)
    let panelWidth = Grid.panelWidth(columns: columns, in: width, left: left)
    grid = Grid(
      columns: columns, panelWidth: panelWidth, panelHeight: 110, left: left, bottom: 34, top: 28)
    // A hole stays a hole where lines are facets; on a narrow page panels close up.
    placed =
      columns == measures.count
      ? samples.enumerated().map { ($0, $1) }.filter { !$0.1.values.isEmpty }
      : samples.filter { !$0.values.isEmpty }.enumerated().map { ($0, $1) }
  }

  var height: Double { grid.height(of: (placed.last?.place ?? 0) + 1) }

  var marks: [any Mark] {
    placed.map { Panel(at: grid.origin(of: $0.place), marks: panel($0.sample)) }
  }

  private func panel(_ sample: Histogram.Sample) -> [any Mark] {
    guard let bins = bins[sample.measure] else { return [] }
    let across = Extent(start: 0, end: grid.panelWidth)
    let ticks = max(2, Int(grid.panelWidth / 50))
    let x: any Scale =
      isLog
      ? LogScale(over: bins.edges, on: across, ticks: ticks)
      : LinearScale(over: bins.edges, on: across, ticks: ticks, isNice: false)
    let counts = bins.counts(of: sample.values)
    let y = CountScale(most: counts.max() ?? 1, extent: Extent(start: grid.panelHeight, end: 0))
    let bars = counts.indices.filter { counts[$0] > 0 }.map { index in
      bar(bins.edges[index], bins.edges[index + 1], counts[index], x: x, y: y)
    }
    return heading(sample)
      + [
        Axis(scale: y, side: .left, at: 0, gridTo: grid.panelWidth),
        Axis(
          scale: x, side: .bottom, at: grid.panelHeight, gridTo: 0, hasGrid: false),
      ] + bars + foot(sample, x: x)
  }

  private func heading(_ sample: Histogram.Sample) -> [any Mark] {
    let name = Label(text: sample.measure, at: Point(0, -11), role: .strong, limit: grid.panelWidth)
    let facet = sample.facet.map {
      let start = min(TextRole.strong.width(of: sample.measure), grid.panelWidth) + 8
      return Label(
        text: $0, at: Point(start, -11), role: .note, paint: .muted,
        limit: max(grid.panelWidth - start, 12))
    }
    return [name] + (facet.map { [$0] } ?? [])
  }

  private func bar(
    _ from: Double, _ to: Double, _ count: Int, x: any Scale, y: CountScale
  ) -> Bar {
    let left = x.position(of: from)
    let right = max(x.position(of: to) - 1, left + 1)
    return Bar(
      from: Point(left, y.position(of: Double(count))), to: Point(right, grid.panelHeight),
      paint: .series(0),
      tooltip: "\(Numeral.brief(from)) to \(Numeral.brief(to)): \(counted(count, unit))")
  }

  private func foot(_ sample: Histogram.Sample, x: any Scale) -> [any Mark] {
    let median = x.position(of: sample.median)
    return [
      Rule(from: Point(0, grid.panelHeight), to: Point(grid.panelWidth, grid.panelHeight)),
      Rule(
        from: Point(median, 0), to: Point(median, grid.panelHeight), paint: .ink, width: 1.5,
        dash: "3 2"),
    ]
  }
}

/// Whole numbers from 0 up.
struct CountScale: Scale {
  private let linear: LinearScale

  init(most: Int, extent: Extent) {
    linear = LinearScale(over: [0, Double(max(most, 1))], on: extent, ticks: 3)
  }

  func position(of value: Double) -> Double { linear.position(of: value) }

  var ticks: [ScaleTick] {
    linear.ticks.filter { $0.value == $0.value.rounded() }
      .map { ScaleTick(value: $0.value, label: Numeral.fixed($0.value, decimals: 0)) }
  }
}
