internal import Tables

/// Where the panels of a scatter matrix stand, all on one scale.
///
/// The framework of the better mean goes up, so its name and wins stand above the diagonal.
struct ScatterLayout {
  let pairs: [ScatterPair]
  let palette: Palette

  private let grid: Grid
  private let x: LinearScale
  private let y: LinearScale

  /// How many dots a panel draws, so that a figure has some 2,000.
  var mostDots: Int { max(100, 2_000 / pairs.count) }

  /// Whether every dot can have its tooltip and the file stay near 40 kB: a panel takes about 1,000
  /// bytes, a dot some 67 beside its words.
  private var hasTooltips: Bool {
    let words = pairs.flatMap { drawn($0).map { 67 + tooltip($0).utf8.count } }.reduce(0, +)
    return words + 1_000 * pairs.count <= 38_000
  }

  init(pairs: [ScatterPair], width: Double, palette: Palette) {
    self.pairs = pairs
    self.palette = palette
    let left = 34.0
    let wanted = pairs.count <= 3 ? pairs.count : pairs.count <= 6 ? 3 : 5
    let columns = Grid.columns(wanted: wanted, in: width, left: left, least: 104)
    let size = min(Grid.panelWidth(columns: columns, in: width, left: left), 400)
    grid = Grid(
      columns: columns, panelWidth: size, panelHeight: size, left: left, bottom: 46, top: 26)
    let values = pairs.flatMap { $0.dots.flatMap { [$0.x, $0.y] } }
    let count = max(2, Int(size / 50))
    x = LinearScale(over: values, on: Extent(start: 0, end: size), ticks: count)
    y = LinearScale(over: values, on: Extent(start: size, end: 0), ticks: count)
  }

  var height: Double { grid.height(of: pairs.count) }

  var marks: [any Mark] {
    let hasTooltips = hasTooltips
    return pairs.enumerated().map { index, pair in
      Panel(at: grid.origin(of: index), marks: panel(pair, hasTooltips: hasTooltips))
    }
  }

  private func panel(_ pair: ScatterPair, hasTooltips: Bool) -> [any Mark] {
    let size = grid.panelWidth
    return [
      Axis(scale: y, side: .left, at: 0, gridTo: size),
      Axis(scale: x, side: .bottom, at: size, gridTo: 0),
      Rule(from: Point(0, size), to: Point(size, 0), paint: .axis),
    ] + clouds(pair, hasTooltips: hasTooltips) + corners(pair)
  }

  private func clouds(_ pair: ScatterPair, hasTooltips: Bool) -> [any Mark] {
    [nil, pair.x, pair.y].compactMap { winner -> Cloud? in
      let dots = drawn(pair).filter { $0.winner == winner }
      guard !dots.isEmpty else { return nil }
      return Cloud(
        points: dots.map { Point(x.position(of: $0.x), y.position(of: $0.y)) }, radius: 2.6,
        paint: winner.map(palette.paint) ?? .muted, opacity: 0.7,
        tooltips: hasTooltips ? dots.map { tooltip($0) } : [])
    }
  }

  private func drawn(_ pair: ScatterPair) -> [ScatterDot] {
    spread(pair.dots.count, to: mostDots).map { pair.dots[$0] }
  }

  private func tooltip(_ dot: ScatterDot) -> String {
    "\(dot.block): \(Numeral.brief(dot.y)) against \(Numeral.brief(dot.x))"
  }

  /// Names and wins where an axis has its title: the framework that goes up above, the other below.
  private func corners(_ pair: ScatterPair) -> [any Mark] {
    let size = grid.panelWidth
    let room = size + grid.left - 16
    let across = caption(pair.x, pair.wins(of: pair.x), in: room)
    let start = size - TextRole.note.width(of: across)
    return [
      key(pair.y, at: Point(-grid.left + 8, -12)),
      Label(
        text: caption(pair.y, pair.wins(of: pair.y), in: room), at: Point(-grid.left + 16, -8),
        role: .note, tooltip: pair.y),
      key(pair.x, at: Point(start - 8, size + 29)),
      Label(text: across, at: Point(size, size + 33), anchor: .end, role: .note, tooltip: pair.x),
    ]
  }

  private func key(_ framework: String, at place: Point) -> Dot {
    Dot(at: place, paint: palette.paint(of: framework))
  }

  private func caption(_ framework: String, _ wins: Int, in room: Double) -> String {
    let whole = "\(framework): \(counted(wins, "win"))"
    if TextRole.note.width(of: whole) <= room { return whole }
    let count = ": \(Numeral.grouped(wins))"
    let left = room - TextRole.note.width(of: count)
    return TextMetrics.fitted(framework, to: left, size: TextRole.note.size) + count
  }
}
