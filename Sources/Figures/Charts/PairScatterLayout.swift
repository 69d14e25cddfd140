internal import Tables

/// Where the panel of a pair stands, and the column of numbers beside it, or below where the page is
/// narrow.
struct PairScatterLayout {
  let pair: ScatterPair
  let test: PairTests.Pair
  let width: Double
  let label: String?
  let palette: Palette

  private let x: any Scale
  private let y: any Scale
  private let size: Double
  private let isBeside: Bool

  private static let left = 44.0
  private static let top = 24.0
  private static let mostDots = 1_200
  private static let mostTooltips = 220
  private static let listed = 6

  init(pair: ScatterPair, test: PairTests.Pair, width: Double, label: String?, palette: Palette) {
    self.pair = pair
    self.test = test
    self.width = width
    self.label = label
    self.palette = palette
    isBeside = width >= 560
    size = min(width - Self.left - (isBeside ? 240 : 8), 440)
    let values = pair.dots.flatMap { [$0.x, $0.y] }
    // Errors of datasets on scales of their own spread over powers of ten.
    let isLog =
      (values.min() ?? 0) > 0 && (values.max() ?? 1) / (values.min() ?? 1) > 1_000
    let across = Extent(start: Self.left, end: Self.left + size)
    let up = Extent(start: Self.top + size, end: Self.top)
    let count = max(2, Int(size / 70))
    x =
      isLog
      ? LogScale(over: values, on: across, ticks: count)
      : LinearScale(over: values, on: across, ticks: count)
    y =
      isLog
      ? LogScale(over: values, on: up, ticks: count)
      : LinearScale(over: values, on: up, ticks: count)
  }

  private var bottom: Double { Self.top + size }
  private var column: Point {
    isBeside ? Point(Self.left + size + 26, Self.top) : Point(0, bottom + 56)
  }
  private var rows: Int { min(pair.dots.count { $0.winner != nil }, Self.listed) }

  var height: Double {
    isBeside ? bottom + 44 : column.y + 76 + Double(rows) * 36
  }

  var footnotes: [String] {
    let hidden = pair.dots.count - drawn.count
    return hidden == 0 ? [] : ["\(counted(hidden, "dot")) not drawn, evenly by name."]
  }

  var marks: [any Mark] {
    [
      Label(
        text: "\(test.first)\(label.map { ", \($0)" } ?? "")", at: Point(0, Self.top - 10),
        role: .small, paint: .muted, limit: Self.left + size),
      Axis(scale: y, side: .left, at: Self.left, gridTo: Self.left + size),
      Axis(
        scale: x, side: .bottom, at: bottom, gridTo: Self.top,
        title: TextMetrics.fitted(
          "\(test.second)\(label.map { ", \($0)" } ?? "")", to: size, size: TextRole.small.size),
        titleAt: Point(Self.left + size / 2, bottom + 35)),
      Rule(
        from: Point(Self.left, bottom), to: Point(Self.left + size, Self.top), paint: .axis),
    ] + clouds + summary + list
  }

  private var drawn: [ScatterDot] {
    spread(pair.dots.count, to: Self.mostDots).map { pair.dots[$0] }
  }

  private var clouds: [any Mark] {
    [nil, pair.x, pair.y].compactMap { winner -> Cloud? in
      let dots = drawn.filter { $0.winner == winner }
      guard !dots.isEmpty else { return nil }
      return Cloud(
        points: dots.map { Point(x.position(of: $0.x), y.position(of: $0.y)) }, radius: 3.2,
        paint: winner.map(palette.paint) ?? .muted, opacity: 0.75,
        tooltips: drawn.count <= Self.mostTooltips ? dots.map { tooltip($0) } : [])
    }
  }

  private func tooltip(_ dot: ScatterDot) -> String {
    "\(dot.block): \(Numeral.brief(dot.y)) against \(Numeral.brief(dot.x))"
  }

  /// Who wins how often, in the frameworks' colours.
  private var summary: [any Mark] {
    let lines = [
      (test.first, "better on", test.wins), (test.second, "better on", test.losses),
    ]
    let counts = lines.enumerated().flatMap { line, item -> [any Mark] in
      let y = column.y + Double(line) * 20 + 8
      let number = Numeral.grouped(item.2)
      return [
        Dot(at: Point(column.x + 5, y - 4), radius: 5, paint: palette.paint(of: item.0)),
        Label(
          text: item.0, at: Point(column.x + 16, y), role: .strong,
          limit: width - column.x - 26 - TextRole.strong.width(of: number)),
        Label(text: number, at: Point(width, y), anchor: .end, role: .strong),
      ]
    }
    let rest =
      "\(counted(test.ties, "tie")), median difference \(Numeral.brief(test.medianDifference))"
    return counts + [
      Label(
        text: rest, at: Point(column.x, column.y + 50), role: .note, paint: .muted,
        limit: width - column.x)
    ]
  }

  /// The datasets on which they differ most.
  private var list: [any Mark] {
    let dots = pair.widest.filter { $0.winner != nil }.prefix(rows)
    guard !dots.isEmpty else { return [] }
    let top = column.y + 84
    let head = Label(
      text: "They differ most on", at: Point(column.x, top - 12), role: .note, paint: .muted)
    return [head]
      + dots.enumerated().flatMap { line, dot -> [any Mark] in
        let y = top + Double(line) * 36 + 8
        return [
          Dot(
            at: Point(column.x + 5, y - 4), radius: 3.2,
            paint: dot.winner.map(palette.paint) ?? .muted),
          Label(text: dot.block, at: Point(column.x + 16, y), limit: width - column.x - 16),
          Label(
            text: "\(Numeral.brief(dot.y)) against \(Numeral.brief(dot.x))",
            at: Point(column.x + 16, y + 15), role: .small, paint: .muted),
        ]
      }
  }
}
