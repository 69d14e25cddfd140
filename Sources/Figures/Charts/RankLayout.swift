/// Where the parts of a critical difference diagram stand.
///
/// From the top: the critical distance, the axis with a dot a framework, the bars, the names. The better
/// half is named at the left from the best down, the other half at the right from the worst down, so
/// that no two lines cross.
struct RankLayout {
  let standings: [Standing]
  let cliques: [ClosedRange<Int>]
  let criticalDistance: Double
  let width: Double
  let palette: Palette

  private let scale: LinearScale
  /// The column of mean ranks at each edge of the page.
  private let rankWidth: Double
  private let levels: [Int]
  private let role: TextRole

  private static let axis = 62.0
  /// The least room between a name and the line down from its dot.
  private static let lead = 20.0

  init(
    standings: [Standing], cliques: [ClosedRange<Int>], criticalDistance: Double, width: Double,
    palette: Palette
  ) {
    self.standings = standings
    self.cliques = cliques
    self.criticalDistance = criticalDistance
    self.width = width
    self.palette = palette
    let role: TextRole = standings.count > 40 || width < 480 ? .small : .label
    self.role = role
    let widest = standings.map { role.width(of: Self.text($0.rank)) }.max() ?? 0
    rankWidth = widest + 8
    levels = Self.levels(of: cliques)
    let lower = (standings.first?.rank ?? 1).rounded(.down)
    let upper = max(standings.last?.rank ?? 1, lower + criticalDistance).rounded(.up)
    let half = (standings.count + 1) / 2
    let names = standings.enumerated().map { index, standing in
      let along = (standing.rank - lower) / max(upper - lower, 1)
      let width = widest + 8 + role.width(of: standing.name) + Self.lead + 1
      return RankInsets.Name(along: index < half ? along : 1 - along, width: width)
    }
    let insets = RankInsets(
      left: Array(names[..<half]), right: Array(names[half...]), width: width)
    let extent = Extent(start: insets.left, end: width - insets.right)
    scale = LinearScale(
      over: [lower, upper], on: extent, ticks: max(2, Int(extent.length / 70)), isNice: false)
  }

  private static func text(_ rank: Double) -> String { Numeral.fixed(rank, decimals: 2) }

  /// A level for each bar, so that bars of one level do not touch.
  private static func levels(of cliques: [ClosedRange<Int>]) -> [Int] {
    var ends: [Int] = []
    return cliques.map { clique in
      let level = ends.firstIndex { $0 < clique.lowerBound } ?? ends.count
      if level == ends.count { ends.append(0) }
      ends[level] = clique.upperBound
      return level
    }
  }

  private var levelHeight: Double { (levels.max() ?? 0) > 8 ? 5 : 8 }
  private var rowHeight: Double { standings.count > 40 ? 15 : 21 }
  private var leftCount: Int { (standings.count + 1) / 2 }

  private var firstRow: Double {
    let bars = cliques.isEmpty ? 0 : Double((levels.max() ?? 0) + 1) * levelHeight
    return Self.axis + 16 + bars + 14
  }

  private func row(of index: Int) -> Double {
    let row = index < leftCount ? index : standings.count - 1 - index
    return firstRow + Double(row) * rowHeight
  }

  var height: Double { firstRow + Double(leftCount - 1) * rowHeight + 12 }

  var marks: [any Mark] {
    distance + axis + standings.indices.flatMap(lead) + bars + dots
      + standings.indices.flatMap(names)
  }
}

// MARK: - Parts

extension RankLayout {
  private func place(_ rank: Double) -> Double { scale.position(of: rank) }

  /// The critical distance as a length on the axis below it.
  private var distance: [any Mark] {
    let start = place(scale.lower)
    let end = place(scale.lower + criticalDistance)
    let y = 14.0
    let text = "critical distance \(Numeral.fixed(criticalDistance, decimals: 2))"
    let isBeside = end + 8 + TextRole.small.width(of: text) < width
    return [
      Rule(from: Point(start, y), to: Point(end, y), paint: .ink, width: 1.5),
      Tick(at: Point(start, y), length: 9, width: 1.5),
      Tick(at: Point(end, y), length: 9, width: 1.5),
      Label(
        text: text, at: isBeside ? Point(end + 8, Label.baseline(y, .small)) : Point(end, y - 8),
        anchor: isBeside ? .start : .end, role: .small, paint: .muted),
    ]
  }

  private var axis: [any Mark] {
    let ticks = scale.ticks.map { tick -> any Mark in
      Rule(
        from: Point(place(tick.value), Self.axis - 6), to: Point(place(tick.value), Self.axis))
    }
    let labels = scale.ticks.map { tick -> any Mark in
      Label(
        text: tick.label, at: Point(place(tick.value), Self.axis - 12), anchor: .middle,
        role: .small,
        paint: .muted)
    }
    return ticks + labels + [
      Rule(
        from: Point(scale.extent.start, Self.axis), to: Point(scale.extent.end, Self.axis))
    ]
  }

  /// The line from a framework's dot to its name.
  private func lead(_ index: Int) -> [any Mark] {
    let x = place(standings[index].rank)
    let y = row(of: index)
    let reach = rankWidth + min(role.width(of: standings[index].name), room(for: index)) + 7
    let end = index < leftCount ? reach : width - reach
    return [
      Line(
        points: [Point(x, Self.axis), Point(x, y), Point(end, y)],
        paint: palette.paint(of: standings[index].name), width: 1)
    ]
  }

  /// The pixels a name may take between the ranks and the line down from its dot.
  private func room(for index: Int) -> Double {
    let x = place(standings[index].rank)
    return (index < leftCount ? x : width - x) - rankWidth - Self.lead
  }

  private var bars: [any Mark] {
    zip(cliques, levels).map { clique, level in
      let y = Self.axis + 16 + Double(level) * levelHeight
      return Rule(
        from: Point(place(standings[clique.lowerBound].rank) - 3, y),
        to: Point(place(standings[clique.upperBound].rank) + 3, y), paint: .ink,
        width: levelHeight > 6 ? 4 : 2.5, isRound: true)
    }
  }

  private var dots: [any Mark] {
    // The better lies over the worse where two meet.
    standings.reversed().map { standing in
      Dot(
        at: Point(place(standing.rank), Self.axis), radius: 4.5,
        paint: palette.paint(of: standing.name),
        hasHalo: true,
        tooltip: "\(standing.name): mean rank \(Self.text(standing.rank))")
    }
  }

  /// The mean rank at the edge of the page, and the name beside it.
  private func names(_ index: Int) -> [any Mark] {
    let standing = standings[index]
    let isLeft = index < leftCount
    let y = Label.baseline(row(of: index), role)
    let inner = rankWidth - 8
    return [
      Label(
        text: Self.text(standing.rank), at: Point(isLeft ? inner : width, y), anchor: .end,
        role: role, paint: .muted),
      Label(
        text: standing.name, at: Point(isLeft ? rankWidth : width - rankWidth, y),
        anchor: isLeft ? .start : .end, role: role, limit: room(for: index)),
    ]
  }
}
