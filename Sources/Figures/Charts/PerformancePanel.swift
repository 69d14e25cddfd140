import Statistics

/// The values of all frameworks against one size, within one facet.
struct PerformancePanel: Sendable {
  let measure: String
  let facet: String?
  /// In alphabetical order.
  let series: [PerformanceSeries]

  /// Facet by facet, the sizes in the order of the figure line; with how many rows no panel could take.
  static func read(
    _ input: ChartInput, above bound: Double
  ) throws(FigureError) -> (panels: [PerformancePanel], skipped: Int) {
    let names = try input.names("treatment")
    let values = try input.numbers("y")
    let facets = try input.texts("facet")
    let groups = facets.map { Set($0.compactMap { $0 }).sorted().map(Optional.some) } ?? [nil]
    var panels: [PerformancePanel] = []
    var used: Set<Int> = []
    var columns: [(name: String, cells: [Double?])] = []
    for column in try input.columns("x") {
      columns.append((column, try input.numbers(ofColumn: column)))
    }
    for group in groups {
      for (column, sizes) in columns {
        var points: [String: [Point]] = [:]
        for row in values.indices where facets == nil || facets?[row] == group {
          guard let name = names[row], let size = sizes[row], size > bound, let value = values[row]
          else { continue }
          points[name, default: []].append(Point(size, value))
          used.insert(row)
        }
        panels.append(PerformancePanel(measure: column, facet: group, points: points))
      }
    }
    return (panels.filter { !$0.series.isEmpty }, values.count - used.count)
  }

  private init(measure: String, facet: String?, points: [String: [Point]]) {
    self.measure = measure
    self.facet = facet
    series = points.sorted { $0.key < $1.key }
      .map { PerformanceSeries(name: $0.key, points: $0.value) }
  }
}

/// One framework's values by size.
struct PerformanceSeries: Sendable {
  let name: String
  /// By size, then value.
  let points: [Point]
  /// The medians of size and value over windows of half the points, from the smallest on.
  let rolling: [Point]

  /// Enough for a smooth line, and for one among many.
  private static let mostSteps = 120
  private static let coarseSteps = 12
  private static let mostDots = 240

  init(name: String, points: [Point]) {
    let sorted = points.sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    self.name = name
    self.points = sorted
    let window = max(1, sorted.count / 2)
    let starts = spread(sorted.count - window + 1, to: Self.mostSteps)
    rolling = starts.compactMap { start in
      let slice = sorted[start..<start + window]
      guard let x = quantile(0.5, ofSorted: slice.map(\.x)), let y = median(of: slice.map(\.y))
      else {
        return nil
      }
      return Point(x, y)
    }
  }

  /// The rolling medians in fewer steps.
  var coarse: [Point] { spread(rolling.count, to: Self.coarseSteps).map { rolling[$0] } }

  /// The points worth a dot: all, or an even choice among many.
  var drawn: [Point] { spread(points.count, to: Self.mostDots).map { points[$0] } }
}
