internal import Tables

/// What a value costs: a dot a framework, and the front that no other framework beats in both.
enum Pareto: Chart {
  static let name = "pareto"
  static let help = "a value against what it costs, a dot a framework, with the front"
  static let channels = [
    Channel("x", "the cost, the less the better; above 0 on a log scale"),
    Channel("y", "the value"),
    Channel("treatment", "the framework; several rows of one are averaged"),
    Channel("cost", "what x is, in words; the same in every row", isRequired: false),
    Channel("direction", "higher or lower: which values are better", isRequired: false),
  ]
  static let settings = [Setting("scale", "log or linear costs; log unless told")]

  static func drawing(of input: ChartInput) throws(FigureError) -> Drawing {
    let isHigherBetter = try input.isHigherBetter()
    let isLog = try input.isLog(default: true)
    let (dots, skipped) = try read(input, above: isLog ? 0 : -.infinity)
    guard !dots.isEmpty else {
      throw .tooLittle("no row has a framework, a cost and a value, one at least is needed")
    }
    let front = front(of: dots, isHigherBetter)
    let cost = try input.texts("cost")?.compactMap { $0 }.first ?? "cost"
    let layout = ParetoLayout(
      dots: dots, front: front, width: input.width, isLog: isLog, cost: cost, label: input.label,
      palette: input.palette(of: dots.map(\.name), favourites: front.map(\.name)))
    return Drawing(
      title: title(dots, front, isHigherBetter),
      notes: [
        counted(dots.count, "framework"), "\(cost), lower is better",
        input.label.map { "\($0), \(Phrase.better(isHigherBetter))" },
        "line: the front, where no other is better in both", Phrase.skipped(skipped),
      ].compactMap { $0 },
      description: description(dots, front, cost: cost, label: input.label),
      height: layout.height, marks: layout.marks, footnotes: layout.footnotes)
  }

  struct Dot: Sendable, Equatable {
    var name: String
    var cost: Double
    var value: Double
  }

  /// The frameworks, cheapest first.
  private static func read(
    _ input: ChartInput, above bound: Double
  ) throws(FigureError) -> (dots: [Dot], skipped: Int) {
    let names = try input.names("treatment")
    let costs = try input.numbers("x")
    let values = try input.numbers("y")
    var points: [String: [Point]] = [:]
    var skipped = 0
    for row in names.indices {
      if let name = names[row], let cost = costs[row], cost > bound, let value = values[row] {
        points[name, default: []].append(Point(cost, value))
      } else {
        skipped += 1
      }
    }
    func mean(_ values: [Double]) -> Double {
      values.sorted().reduce(0, +) / Double(values.count)
    }
    let dots = points.map {
      Dot(name: $0.key, cost: mean($0.value.map(\.x)), value: mean($0.value.map(\.y)))
    }
    return (dots.sorted { ($0.cost, $0.name) < ($1.cost, $1.name) }, skipped)
  }

  /// Those that none is cheaper than and as good, or better than and as cheap; cheapest first.
  static func front(of dots: [Dot], _ isHigherBetter: Bool) -> [Dot] {
    dots.filter { own in
      !dots.contains { other in
        let isAsGood = isHigherBetter ? other.value >= own.value : other.value <= own.value
        return other.cost <= own.cost && isAsGood
          && (other.cost < own.cost || other.value != own.value)
      }
    }
  }
}

// MARK: - Words

extension Pareto {
  private static func title(_ dots: [Dot], _ front: [Dot], _ isHigherBetter: Bool) -> String {
    guard dots.count > 1, let best = front.last else {
      return "\(Phrase.list(dots.map(\.name))) and what it costs"
    }
    if front.count == 1 { return "\(Phrase.list([best.name])) is both best and cheapest" }
    let next = front[front.count - 2]
    let ratio = best.cost / next.cost
    let factor =
      next.cost > 0 && ratio >= 1.05
      ? ", at \(Numeral.brief(ratio)) times the cost of \(Phrase.list([next.name]))" : ""
    return "\(Phrase.list([best.name])) is best\(factor); \(front.count) of "
      + "\(counted(dots.count, "framework")) are on the front"
  }

  private static func description(
    _ dots: [Dot], _ front: [Dot], cost: String, label: String?
  ) -> String {
    func words(_ dots: [Dot]) -> String {
      Phrase.spoken(
        dots.map { "\($0.name) \(Numeral.brief($0.value)) at \(Numeral.brief($0.cost))" })
    }
    let behind = dots.filter { !front.contains($0) }
    return "Scatter plot of \(label ?? "the value") against \(cost). On the front: \(words(front))."
      + (behind.isEmpty ? "" : " Behind it: \(words(behind)).")
  }
}
