/// Where the parts of a stacked chart stand: a key on top, names at the left, counts at the right.
struct StackLayout {
  let kinds: [String]
  let rows: [StackRows.Row]
  let count: StackCount
  let width: Double

  private let legend: Legend
  private let scale: LinearScale
  private let bands: BandScale
  private let left: Double
  private let right: Double
  private let role: TextRole

  init(kinds: [String], rows: [StackRows.Row], count: StackCount, width: Double) {
    self.kinds = kinds
    self.rows = rows
    self.count = count
    self.width = width
    let role: TextRole = rows.count > 30 ? .small : .label
    self.role = role
    let used = kinds.indices.filter { kind in rows.contains { $0.counts[kind] > 0 } }
    legend = Legend(
      items: used.map {
        Legend.Item(
          text: kinds[$0], paint: Self.paint($0),
          area: Self.isHatched($0) ? .hatched : .plain)
      }, width: width)
    let names = rows.map { role.width(of: $0.name) }.max() ?? 0
    left = min(names, width * 0.34).rounded(.up) + 12
    right =
      width - (rows.map { role.width(of: count.text(beside: $0)) }.max() ?? 0).rounded(.up) - 12
    let extent = Extent(start: left, end: right)
    scale = LinearScale(
      over: [0, rows.map(\.sum).max() ?? 1], on: extent, ticks: max(2, Int((right - left) / 90)),
      isNice: false)
    let band: Double = rows.count > 30 ? 16 : rows.count > 12 ? 21 : 27
    let top = legend.height + 10
    bands = BandScale(
      count: rows.count, extent: Extent(start: top, end: top + band * Double(rows.count)))
  }

  /// A kind keeps its colour whichever others there are; every second is hatched, for those who do not see
  /// the colours apart.
  private static func paint(_ kind: Int) -> Paint { .series(kind) }
  private static func isHatched(_ kind: Int) -> Bool { kind % 2 == 1 }

  var height: Double { bands.extent.end + 26 }

  var marks: [any Mark] {
    [
      legend,
      Axis(scale: scale, side: .bottom, at: bands.extent.end + 3, gridTo: bands.extent.start),
    ] + rows.indices.flatMap(row) + hatches
  }

  private func row(_ index: Int) -> [any Mark] {
    let y = bands.middle(of: index)
    let name = Label(
      text: rows[index].name, at: Point(left - 12, Label.baseline(y, role)), anchor: .end,
      role: role, limit: left - 12)
    let figure = Label(
      text: count.text(beside: rows[index]), at: Point(width, Label.baseline(y, role)),
      anchor: .end, role: role, paint: .muted)
    let bars = parts(of: index).map { part -> any Mark in
      Bar(
        from: part.area.from, to: part.area.to, paint: Self.paint(part.kind),
        tooltip: count.tooltip(rows[index], kind: part.kind))
    }
    return [name, figure] + bars
  }

  /// A bar's parts that have anything in them, side by side with a gap where there is room for one.
  private func parts(of index: Int) -> [(kind: Int, area: Hatch.Area)] {
    let half = min(bands.width * 0.36, 9)
    let y = bands.middle(of: index)
    var sum = 0.0
    return kinds.indices.compactMap { kind in
      let start = scale.position(of: sum)
      sum += rows[index].counts[kind]
      let end = scale.position(of: sum)
      guard end > start else { return nil }
      let gap: Double = end - start > 3 ? 1 : 0
      return (
        kind,
        Hatch.Area(from: Point(start, y - half), to: Point(max(end - gap, start + 0.5), y + half))
      )
    }
  }

  private var hatches: [any Mark] {
    let areas = rows.indices.flatMap(parts).filter { Self.isHatched($0.kind) }.map(\.area)
    return areas.isEmpty ? [] : [Hatch(areas: areas)]
  }
}
