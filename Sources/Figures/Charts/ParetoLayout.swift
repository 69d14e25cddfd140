internal import Tables

/// Where the dots and the names of a Pareto chart stand.
struct ParetoLayout {
  let dots: [Pareto.Dot]
  let front: [Pareto.Dot]
  let width: Double
  let cost: String
  let label: String?
  let palette: Palette

  private let x: any Scale
  private let y: LinearScale
  private let left = 40.0
  private let top = 24.0
  private let bottom: Double
  private let names: NamePlaces
  /// The front as stairs: what is best at every cost.
  private let steps: [Point]

  init(
    dots: [Pareto.Dot], front: [Pareto.Dot], width: Double, isLog: Bool, cost: String,
    label: String?, palette: Palette
  ) {
    self.dots = dots
    self.front = front
    self.width = width
    self.cost = cost
    self.label = label
    self.palette = palette
    bottom = top + min(width * 0.55, 400)
    // Room at the sides, so that a name may stand beyond the last dot.
    let across = Extent(start: left + 24, end: width - 64)
    let ticks = max(2, Int(width / 110))
    let costs = dots.map(\.cost)
    let x: any Scale =
      isLog
      ? LogScale(over: costs, on: across, ticks: ticks)
      : LinearScale(over: costs, on: across, ticks: ticks)
    let y = LinearScale(
      over: dots.map(\.value), on: Extent(start: bottom - 6, end: top + 6), ticks: 5)
    self.x = x
    self.y = y
    let place = { (dot: Pareto.Dot) in Point(x.position(of: dot.cost), y.position(of: dot.value)) }
    steps = Self.steps(front.map(place), to: width)
    let isFront = Set(front.map(\.name))
    // The best is named first, and so has the first choice of a place.
    let ordered = front.reversed() + dots.filter { !isFront.contains($0.name) }
    names = NamePlaces(
      ordered.map {
        NamePlaces.Spot(
          name: $0.name, at: place($0), role: isFront.contains($0.name) ? .label : .small)
      }, within: (Point(left, top - 8), Point(width, bottom)), radius: 6, off: steps)
  }

  var height: Double { bottom + 44 }

  var footnotes: [String] {
    names.left.isEmpty
      ? []
      : ["Not named for want of room, see tooltips: \(Phrase.list(names.left, limit: 12))."]
  }

  var marks: [any Mark] {
    [
      Label(
        text: label ?? "value", at: Point(0, top - 12), role: .small, paint: .muted, limit: width),
      Axis(scale: y, side: .left, at: left, gridTo: width),
      Axis(
        scale: x, side: .bottom, at: bottom, gridTo: top, title: cost,
        titleAt: Point((left + width) / 2, bottom + 35)),
      Rule(from: Point(left, bottom), to: Point(width, bottom)),
      Line(points: steps, paint: .ink, width: 1.5, dash: "5 3"),
    ] + symbols + names.marks
  }

  private func place(_ dot: Pareto.Dot) -> Point {
    Point(x.position(of: dot.cost), y.position(of: dot.value))
  }

  private static func steps(_ front: [Point], to end: Double) -> [Point] {
    var points: [Point] = []
    for here in front {
      if let last = points.last { points.append(Point(here.x, last.y)) }
      points.append(here)
    }
    return points + (points.last.map { [Point(end, $0.y)] } ?? [])
  }

  private var symbols: [any Mark] {
    // The front lies over the others.
    (dots.filter { !front.contains($0) } + front).map { dot in
      let isFront = front.contains(dot)
      return Dot(
        at: place(dot), radius: isFront ? 5 : 4, shape: palette.shape(of: dot.name),
        paint: palette.paint(of: dot.name), hasHalo: true,
        tooltip: "\(dot.name): \(Numeral.brief(dot.value)) at \(Numeral.brief(dot.cost))")
    }
  }
}
