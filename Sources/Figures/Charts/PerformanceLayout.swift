internal import Tables

/// Where the panels of a performance chart stand, under a legend; all panels of a facet share a y scale.
struct PerformanceLayout {
  let panels: [PerformancePanel]
  let ranked: [String]
  let isLog: Bool
  let label: String?
  let palette: Palette

  private let grid: Grid
  private let legend: Legend
  private let bounds: [String?: [Double]]

  init(
    panels: [PerformancePanel], ranked: [String], isLog: Bool, width: Double, label: String?,
    palette: Palette
  ) {
    self.panels = panels
    self.ranked = ranked
    self.isLog = isLog
    self.label = label
    self.palette = palette
    let measures = Set(panels.map(\.measure)).count
    let left = 36.0
    let columns = Grid.columns(wanted: measures, in: width, left: left, least: 200)
    let panelWidth = Grid.panelWidth(columns: columns, in: width, left: left)
    grid = Grid(
      columns: columns, panelWidth: panelWidth, panelHeight: min(panelWidth * 0.66, 240),
      left: left,
      bottom: 46, top: 30)
    legend = Legend(items: Self.items(ranked, palette), width: width)
    bounds = Dictionary(grouping: panels, by: \.facet).mapValues { panels in
      panels.flatMap { $0.series.flatMap { $0.points.map(\.y) } }
    }
  }

  private static func items(_ ranked: [String], _ palette: Palette) -> [Legend.Item] {
    let coloured = ranked.filter(palette.isColoured).map { name in
      Legend.Item(
        text: name, paint: palette.paint(of: name), shape: palette.shape(of: name), hasLine: true,
        dash: palette.dash(of: name))
    }
    let others = ranked.count - coloured.count
    return others == 0
      ? coloured
      : coloured + [
        Legend.Item(text: counted(others, "other"), paint: .quiet, shape: nil, hasLine: true)
      ]
  }

  var height: Double { legend.height + grid.height(of: panels.count) }

  var marks: [any Mark] {
    [legend]
      + panels.enumerated().map { index, panel in
        let origin = grid.origin(of: index)
        return Panel(at: Point(origin.x, origin.y + legend.height), marks: marks(of: panel))
      }
  }

  private func marks(of panel: PerformancePanel) -> [any Mark] {
    let size = Point(grid.panelWidth, grid.panelHeight)
    let sizes = panel.series.flatMap { $0.points.map(\.x) }
    let across = Extent(start: 0, end: size.x)
    let ticks = max(2, Int(size.x / 55))
    let x: any Scale =
      isLog
      ? LogScale(over: sizes, on: across, ticks: ticks)
      : LinearScale(over: sizes, on: across, ticks: ticks)
    let y = LinearScale(
      over: bounds[panel.facet] ?? [], on: Extent(start: size.y, end: 0), ticks: 4)
    let ordered = ranked.reversed().compactMap { name in panel.series.first { $0.name == name } }
    let facet = panel.facet.map { " · \($0)" } ?? ""
    return [
      Label(
        text: "\(label ?? "value")\(facet)", at: Point(-30, -10), role: .small, paint: .muted,
        limit: size.x + 30),
      Axis(scale: y, side: .left, at: 0, gridTo: size.x),
      Axis(
        scale: x, side: .bottom, at: size.y, gridTo: 0, title: panel.measure,
        titleAt: Point(size.x / 2, size.y + 33), hasGrid: false),
      Rule(from: Point(0, size.y), to: Point(size.x, size.y)),
    ] + ordered.flatMap { dots($0, x: x, y: y) } + ordered.flatMap { line($0, x: x, y: y) }
  }

  private func dots(_ series: PerformanceSeries, x: any Scale, y: any Scale) -> [any Mark] {
    guard palette.isColoured(series.name) else { return [] }
    return [
      Cloud(
        points: series.drawn.map { Point(x.position(of: $0.x), y.position(of: $0.y)) }, radius: 1.7,
        paint: palette.paint(of: series.name), opacity: 0.4)
    ]
  }

  private func line(_ series: PerformanceSeries, x: any Scale, y: any Scale) -> [any Mark] {
    let isColoured = palette.isColoured(series.name)
    let curve = isColoured ? series.rolling : series.coarse
    let points = curve.map { Point(x.position(of: $0.x), y.position(of: $0.y)) }
    guard let last = points.last else { return [] }
    let paint = palette.paint(of: series.name)
    let line = Line(
      points: points, paint: paint, width: isColoured ? 2.2 : 1,
      dash: palette.dash(of: series.name), tooltip: series.name)
    let end = Dot(
      at: last, radius: 4, shape: palette.shape(of: series.name), paint: paint, hasHalo: true,
      tooltip: series.name)
    return isColoured ? [line, end] : [line]
  }
}
