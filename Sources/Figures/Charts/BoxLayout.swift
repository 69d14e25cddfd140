/// Where the parts of a box plot stand: names on the left, medians in figures on the right.
struct BoxLayout {
  let boxes: [BoxSummary]
  let width: Double
  let label: String?
  let palette: Palette
  let look: BoxLook

  private let scale: any Scale
  private let rows: BandScale
  private let plot: ClosedRange<Double>
  private let dots: [[Double]]
  private let role: TextRole

  private static let foot = 42.0

  init(
    boxes: [BoxSummary], width: Double, isLog: Bool, label: String?, palette: Palette,
    look: BoxLook = BoxLook()
  ) {
    self.boxes = boxes
    self.width = width
    self.label = label
    self.palette = palette
    self.look = look
    let role: TextRole = boxes.count > 30 ? .small : .label
    let names = boxes.map { role.width(of: $0.name) }.max() ?? 0
    let left = min(names, width * 0.36).rounded(.up) + 12
    let right = width - (look.limit == nil ? 58 : 108)
    plot = left...right
    let extent = Extent(start: left, end: right)
    let values = boxes.flatMap(\.extremes) + [look.limit].compactMap { $0 }
    let count = Int((right - left) / 90)
    let scale: any Scale =
      isLog
      ? LogScale(over: values, on: extent, ticks: count)
      : LinearScale(over: values, on: extent, ticks: count)
    self.scale = scale
    self.role = role
    let height: Double = boxes.count > 30 ? 16 : boxes.count > 12 ? 22 : 30
    rows = BandScale(
      count: boxes.count,
      extent: Extent(start: look.top, end: look.top + height * Double(boxes.count)))
    dots = boxes.map { look.dots(of: $0, among: boxes.count, on: scale) }
  }

  var height: Double { rows.extent.end + Self.foot }

  var allOutliers: Int { boxes.reduce(0) { $0 + $1.outliers.count } }

  var hiddenOutliers: Int {
    let drawn = zip(boxes, dots).reduce(0) { sum, row in
      sum + row.1.count { !row.0.isInside($0) }
    }
    return look.drawsAll ? 0 : allOutliers - drawn
  }

  /// How many values have no dot where each should.
  var hiddenValues: Int {
    look.drawsAll ? zip(boxes, dots).reduce(0) { $0 + $1.0.values.count - $1.1.count } : 0
  }

  var marks: [any Mark] {
    let axis = Axis(
      scale: scale, side: .bottom, at: rows.extent.end + 4, gridTo: look.top, title: label,
      titleAt: Point((plot.lowerBound + plot.upperBound) / 2, rows.extent.end + 37))
    return [axis] + heads + limit + boxes.indices.flatMap(row)
  }

  /// Where the column of medians ends; beside it stands how many values are over the limit.
  private var medians: Double { look.limit == nil ? width : width - 44 }

  private var heads: [any Mark] {
    let columns = look.limit == nil ? [("median", width)] : [("median", medians), ("over", width)]
    return columns.map { text, end in
      Label(
        text: text, at: Point(end, look.top - 8), anchor: .end, role: .small, paint: .muted)
    }
  }

  private var limit: [any Mark] {
    guard let limit = look.limit else { return [] }
    let x = scale.position(of: limit)
    return [
      Rule(
        from: Point(x, look.top - 4), to: Point(x, rows.extent.end + 4), paint: .ink, width: 1.5,
        dash: "5 3"),
      Label(
        text: "limit \(Numeral.brief(limit))", at: Point(min(x, plot.upperBound), look.top - 8),
        anchor: .end, role: .small),
    ]
  }

  private func row(_ index: Int) -> [any Mark] {
    let box = boxes[index]
    let y = rows.middle(of: index)
    let name = Label(
      text: box.name, at: Point(plot.lowerBound - 12, Label.baseline(y, role)), anchor: .end,
      role: role, limit: plot.lowerBound - 12)
    let median = Label(
      text: Numeral.brief(box.median), at: Point(medians, Label.baseline(y, role)), anchor: .end,
      role: role, paint: .muted)
    let over = look.over(box).map {
      Label(
        text: Numeral.grouped($0), at: Point(width, Label.baseline(y, role)), anchor: .end,
        role: role, paint: $0 > 0 ? .ink : .muted)
    }
    return [name, median] + [over].compactMap { $0 } + glyph(box, dots: dots[index], y: y)
  }

  /// A box plot built from small marks: rules, a bar, a tick, dots.
  private func glyph(_ box: BoxSummary, dots: [Double], y: Double) -> [any Mark] {
    let paint = palette.paint(of: box.name)
    let half = min(rows.width * 0.32, 9)
    func place(_ value: Double) -> Double { scale.position(of: value) }
    let points = dots.enumerated().map { index, value in
      Point(place(value), y + (look.drawsAll ? 1.7 * half * BoxLook.jitter(index) : 0))
    }
    let over = zip(points, dots).filter { look.isOver($0.1) }.map(\.0)
    let under = zip(points, dots).filter { !look.isOver($0.1) }.map(\.0)
    let opacity = look.drawsAll ? 0.5 : 0.7
    let cloud = [
      under.isEmpty ? nil : Cloud(points: under, radius: 1.7, paint: paint, opacity: opacity),
      over.isEmpty ? nil : Cloud(points: over, radius: 2.4, paint: .series(1)),
    ].compactMap { $0 as (any Mark)? }
    let bar = Bar(
      from: Point(place(box.q1), y - half), to: Point(place(box.q3), y + half), paint: paint,
      opacity: 0.3, isOutlined: true, tooltip: tooltip(box))
    return cloud + [
      Rule(from: Point(place(box.low), y), to: Point(place(box.q1), y), paint: paint),
      Rule(from: Point(place(box.q3), y), to: Point(place(box.high), y), paint: paint),
      bar,
      Tick(at: Point(place(box.median), y), length: 2 * half, paint: .ink),
    ]
  }

  private func tooltip(_ box: BoxSummary) -> String {
    let count = box.count.map { ", n = \(Numeral.grouped($0))" } ?? ""
    return
      "\(box.name): median \(Numeral.brief(box.median)), quartiles \(Numeral.brief(box.q1)) to "
      + "\(Numeral.brief(box.q3)), whiskers \(Numeral.brief(box.low)) to \(Numeral.brief(box.high))"
      + count
  }
}
