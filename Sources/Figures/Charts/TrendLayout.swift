internal import Tables

/// Where the lines of a trend stand, under a legend; all frameworks share the steps.
struct TrendLayout {
  let series: [TrendSeries]
  let width: Double
  let label: String?
  let palette: Palette

  private let steps: [String]
  private let legend: Legend
  private let bands: BandScale
  private let y: LinearScale
  private let top: Double
  private let bottom: Double

  private static let left = 40.0

  init(series: [TrendSeries], width: Double, label: String?, palette: Palette) {
    self.series = series
    self.width = width
    self.label = label
    self.palette = palette
    steps = Set(series.flatMap { $0.points.map(\.step) }).sorted(by: isEarlier)
    let coloured = series.filter { palette.isColoured($0.name) }
    let others = series.count - coloured.count
    legend = Legend(
      items: coloured.map {
        Legend.Item(
          text: $0.name, paint: palette.paint(of: $0.name), shape: palette.shape(of: $0.name),
          hasLine: true, dash: palette.dash(of: $0.name))
      }
        + (others == 0
          ? []
          : [
            Legend.Item(text: counted(others, "other"), paint: .quiet, shape: nil, hasLine: true)
          ]),
      width: width)
    top = legend.height + 30
    bottom = top + min(width * 0.45, 320)
    bands = BandScale(count: steps.count, extent: Extent(start: Self.left, end: width))
    let values = series.flatMap { one in
      one.points.flatMap { point -> [Double] in
        let margin = palette.isColoured(one.name) ? point.margin ?? 0 : 0
        return [point.mean - margin, point.mean + margin]
      }
    }
    y = LinearScale(over: values, on: Extent(start: bottom, end: top), ticks: 5)
  }

  var height: Double { bottom + 32 }

  var marks: [any Mark] {
    [
      legend,
      Label(
        text: label.map { "mean \($0)" } ?? "mean", at: Point(0, top - 12), role: .small,
        paint: .muted, limit: width),
      Axis(scale: y, side: .left, at: Self.left, gridTo: width),
      Rule(from: Point(Self.left, bottom), to: Point(width, bottom)),
    ] + names + series.reversed().flatMap(line)
  }

  /// The steps' names, as many as do not touch.
  private var names: [any Mark] {
    var end = -Double.infinity
    return steps.indices.compactMap { index in
      let room = min(bands.width * 2, 140)
      let text = TextMetrics.fitted(steps[index], to: room, size: TextRole.small.size)
      let half = TextRole.small.width(of: text) / 2
      let x = min(max(bands.middle(of: index), half), width - half)
      guard x - half > end + 6 else { return nil }
      end = x + half
      return Label(
        text: text, at: Point(x, bottom + 17), anchor: .middle, role: .small, paint: .muted)
    }
  }

  private func x(_ step: String, _ name: String) -> Double {
    let coloured = series.filter { palette.isColoured($0.name) }
    let middle = bands.middle(of: steps.firstIndex(of: step) ?? 0)
    guard let place = coloured.firstIndex(where: { $0.name == name }) else { return middle }
    // Side by side, so that intervals do not hide each other.
    let gap = min(9, bands.width * 0.5 / Double(coloured.count))
    return middle + (Double(place) - Double(coloured.count - 1) / 2) * gap
  }

  private func line(_ one: TrendSeries) -> [any Mark] {
    let isColoured = palette.isColoured(one.name)
    let paint = palette.paint(of: one.name)
    let points = one.points.map { Point(x($0.step, one.name), y.position(of: $0.mean)) }
    let line = Line(
      points: points, paint: paint, width: isColoured ? 2 : 1, dash: palette.dash(of: one.name),
      tooltip: one.name)
    guard isColoured else { return [line] }
    let bars = zip(one.points, points).compactMap { point, place -> (any Mark)? in
      point.margin.map { margin in
        Rule(
          from: Point(place.x, y.position(of: point.mean - margin)),
          to: Point(place.x, y.position(of: point.mean + margin)), paint: paint, width: 1.5)
      }
    }
    let dots = zip(one.points, points).map { point, place -> any Mark in
      let margin = point.margin.map { " ± \(Numeral.brief($0))" } ?? ""
      return Dot(
        at: place, radius: 4, shape: palette.shape(of: one.name), paint: paint, hasHalo: true,
        tooltip: "\(one.name) \(point.step): \(Numeral.brief(point.mean))\(margin)")
    }
    return bars + [line] + dots
  }
}
