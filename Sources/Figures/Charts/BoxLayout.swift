/// Where the parts of a box plot stand: names on the left, medians in figures on the right.
struct BoxLayout {
  let boxes: [BoxSummary]
  let width: Double
  let label: String?
  let palette: Palette

  private let scale: any Scale
  private let rows: BandScale
  private let plot: ClosedRange<Double>
  private let drawnOutliers: [[Double]]
  private let role: TextRole

  private static let top = 22.0
  private static let foot = 42.0

  init(boxes: [BoxSummary], width: Double, isLog: Bool, label: String?, palette: Palette) {
    self.boxes = boxes
    self.width = width
    self.label = label
    self.palette = palette
    let role: TextRole = boxes.count > 30 ? .small : .label
    let names = boxes.map { role.width(of: $0.name) }.max() ?? 0
    let left = min(names, width * 0.36).rounded(.up) + 12
    let right = width - 58
    plot = left...right
    let extent = Extent(start: left, end: right)
    let values = boxes.flatMap(\.extremes)
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
      extent: Extent(start: Self.top, end: Self.top + height * Double(boxes.count)))
    let most = max(8, 480 / boxes.count)
    drawnOutliers = boxes.map { drawn(of: $0, on: scale, most: most) }
  }

  var height: Double { rows.extent.end + Self.foot }

  var allOutliers: Int { boxes.reduce(0) { $0 + $1.outliers.count } }

  var hiddenOutliers: Int { allOutliers - drawnOutliers.reduce(0) { $0 + $1.count } }

  var marks: [any Mark] {
    let axis = Axis(
      scale: scale, side: .bottom, at: rows.extent.end + 4, gridTo: Self.top, title: label,
      titleAt: Point((plot.lowerBound + plot.upperBound) / 2, rows.extent.end + 37))
    let head = Label(
      text: "median", at: Point(width, Self.top - 8), anchor: .end, role: .small, paint: .muted)
    return [axis, head] + boxes.indices.flatMap(row)
  }

  private func row(_ index: Int) -> [any Mark] {
    let box = boxes[index]
    let y = rows.middle(of: index)
    let name = Label(
      text: box.name, at: Point(plot.lowerBound - 12, Label.baseline(y, role)), anchor: .end,
      role: role, limit: plot.lowerBound - 12)
    let median = Label(
      text: Numeral.brief(box.median), at: Point(width, Label.baseline(y, role)), anchor: .end,
      role: role, paint: .muted)
    return [name, median] + glyph(box, outliers: drawnOutliers[index], y: y)
  }

  /// A box plot built from small marks: rules, a bar, a tick, dots.
  private func glyph(_ box: BoxSummary, outliers: [Double], y: Double) -> [any Mark] {
    let paint = palette.paint(of: box.name)
    let half = min(rows.width * 0.32, 9)
    func place(_ value: Double) -> Double { scale.position(of: value) }
    let cloud: [any Mark] =
      outliers.isEmpty
      ? []
      : [
        Cloud(points: outliers.map { Point(place($0), y) }, radius: 1.7, paint: paint, opacity: 0.7)
      ]
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

/// The outliers worth a dot: one a pixel, and of those the `most` that are furthest from the box.
private func drawn(of box: BoxSummary, on scale: any Scale, most: Int) -> [Double] {
  var pixels: Set<Int> = []
  let distinct = box.outliers.filter {
    pixels.insert(Int(scale.position(of: $0).rounded())).inserted
  }
  let furthest = distinct.sorted {
    abs($0 - box.median) == abs($1 - box.median)
      ? $0 < $1 : abs($0 - box.median) > abs($1 - box.median)
  }
  return furthest.prefix(most).sorted()
}
