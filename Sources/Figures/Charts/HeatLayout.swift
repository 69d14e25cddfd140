import func Glibc.floor

/// Where the parts of a heat map stand: names of columns above, names of rows at the left, the key below.
///
/// A column whose name is wider than itself is named at the side, the left half at the left and the right
/// half at the right, with a line down to it; the outermost stand lowest, so that no two lines cross.
struct HeatLayout {
  let cells: HeatCells
  let rows: [String]
  let columns: [String]
  let range: ClosedRange<Double>
  let width: Double
  let label: String?
  let isHigherBetter: Bool

  private let left: Double
  private let right: Double
  private let top: Double
  private let rowHeight: Double
  private let isNamedAbove: Bool
  /// One row of so many is named.
  let rowsPerName: Int

  private static let role = TextRole.small
  private static let level = 14.0
  /// Wider columns than this would not look like cells.
  private static let widest = 110.0
  private static let foot = 44.0

  init(
    cells: HeatCells, rows: [String], columns: [String], range: ClosedRange<Double>, width: Double,
    label: String?, isHigherBetter: Bool
  ) {
    self.cells = cells
    self.rows = rows
    self.columns = columns
    self.range = range
    self.width = width
    self.label = label
    self.isHigherBetter = isHigherBetter
    let names = columns.map { Self.role.width(of: $0) }
    let half = (columns.count + 1) / 2
    rowHeight =
      rows.count <= 40 ? 17 : rows.count <= 150 ? 13 : max(2, floor(1_950 / Double(rows.count)))
    rowsPerName = rowHeight >= 13 ? 1 : Int((13 / rowHeight).rounded(.up))
    let rowNames = rows.map { Self.role.width(of: $0) }.max() ?? 0
    let most = width * 0.3
    let wanted = min(rowNames, most).rounded(.up) + 8
    let column = (width - wanted) / Double(columns.count)
    isNamedAbove = (names.max() ?? 0) + 6 <= column
    if isNamedAbove {
      left = wanted
      right = min(width, wanted + Self.widest * Double(columns.count))
      top = 22 + oddHalf(of: rowHeight)
    } else {
      left = max(wanted, min(names[..<half].max() ?? 0, most).rounded(.up) + 18)
      right = width - min(names[half...].max() ?? 0, most * 0.6).rounded(.up) - 18
      top = Double(half) * Self.level + 12 + oddHalf(of: rowHeight)
    }
  }

  var isEveryRowNamed: Bool { rowsPerName == 1 }

  private var columnWidth: Double { (right - left) / Double(columns.count) }
  private var bottom: Double { top + rowHeight * Double(rows.count) }
  var height: Double { bottom + Self.foot }

  /// Whole numbers, which take fewer bytes and have sharp edges.
  private func x(_ column: Int) -> Double { (left + columnWidth * Double(column)).rounded() }
  private func y(_ row: Int) -> Double { top + rowHeight * (Double(row) + 0.5) }

  var marks: [any Mark] {
    heads + coloured + [hatched].compactMap { $0 } + rowNames + [tooltips] + key
  }
}

// MARK: - Cells

extension HeatLayout {
  /// Which step of magnitude stands for a value; the last is the best.
  private func step(of value: Double) -> Int {
    let span = range.upperBound - range.lowerBound
    guard span > 0 else { return Paint.steps - 1 }
    let share = (value - range.lowerBound) / span
    let step = min(Int(share * Double(Paint.steps)), Paint.steps - 1)
    return isHigherBetter ? step : Paint.steps - 1 - step
  }

  /// A path a colour. Neighbours alike are one stroke where cells are too small for a gap.
  private var coloured: [any Mark] {
    let gap: Double = columnWidth >= 8 ? 1 : 0
    var spans = [[Cells.Span]](repeating: [], count: Paint.steps)
    for (row, block) in rows.enumerated() {
      for (column, treatment) in columns.enumerated() {
        guard let cell = cells.cells[block]?[treatment] else { continue }
        let step = step(of: cell.value)
        if gap == 0, let last = spans[step].last, last.y == y(row), last.right == x(column) {
          spans[step][spans[step].count - 1].right = x(column + 1)
        } else {
          spans[step].append(Cells.Span(left: x(column), right: x(column + 1) - gap, y: y(row)))
        }
      }
    }
    let height = rowHeight >= 8 ? rowHeight - 1 : rowHeight
    return spans.enumerated().filter { !$0.element.isEmpty }.map { step, spans in
      Cells(spans: spans, height: height, paint: .step(step))
    }
  }

  /// Lines over what is imputed, further apart the more there is of it.
  private var hatched: (any Mark)? {
    let half = (rowHeight >= 8 ? rowHeight - 1 : rowHeight) / 2
    let areas = rows.enumerated().flatMap { row, block in
      columns.enumerated().filter { cells.cells[block]?[$0.element]?.isImputed == true }.map {
        Hatch.Area(
          from: Point(x($0.offset), y(row) - half),
          to: Point(x($0.offset + 1) - min(1, columnWidth / 8), y(row) + half))
      }
    }
    let length = Double(areas.count) * (columnWidth + rowHeight)
    return areas.isEmpty ? nil : Hatch(areas: areas, gap: max(5, (length / 600).rounded()))
  }
}

// MARK: - Names

extension HeatLayout {
  private var heads: [any Mark] {
    guard !isNamedAbove else {
      return columns.indices.map { column in
        Label(
          text: columns[column], at: Point(x(column) + columnWidth / 2, top - 8), anchor: .middle,
          role: Self.role)
      }
    }
    return columns.indices.flatMap(head)
  }

  private func head(_ column: Int) -> [any Mark] {
    let half = (columns.count + 1) / 2
    let isLeft = column < half
    let level = isLeft ? half - 1 - column : column - half
    let place = x(column) + columnWidth / 2
    // The outermost column's name stands lowest.
    let order = isLeft ? level : columns.count - half - 1 - level
    let y = 7 + Double(half - 1 - (isLeft ? half - 1 - order : order)) * Self.level
    let edge = isLeft ? left - 10 : right + 10
    let line = Line(
      points: [Point(isLeft ? edge + 4 : edge - 4, y), Point(place, y), Point(place, top - 3)],
      paint: .axis, width: 1)
    let name = Label(
      text: columns[column], at: Point(edge, Label.baseline(y, Self.role)),
      anchor: isLeft ? .end : .start, role: Self.role, limit: isLeft ? edge : width - edge)
    return [line, name]
  }

  private var rowNames: [any Mark] {
    let named = rows.indices.filter { $0 % rowsPerName == 0 }
    return [
      Texts(
        items: named.map { row in
          Texts.Item(
            text: TextMetrics.fitted(rows[row], to: left - 8, size: Self.role.size),
            at: Point(left - 8, Label.baseline(y(row), Self.role).rounded()))
        }, anchor: .end, role: Self.role, paint: .muted)
    ]
  }

  /// A row's best and worst over all its cells.
  private var tooltips: Zones {
    Zones(
      zones: rows.indices.map { row in
        Zones.Zone(
          from: Point(left, y(row) - rowHeight / 2), to: Point(right, y(row) + rowHeight / 2),
          tooltip: tooltip(row))
      })
  }

  private func tooltip(_ row: Int) -> String {
    let own = columns.compactMap { name in cells.cells[rows[row]]?[name].map { (name, $0.value) } }
    let sorted = own.sorted {
      $0.1 == $1.1 ? $0.0 < $1.0 : ($0.1 > $1.1) == isHigherBetter
    }
    guard let best = sorted.first, let worst = sorted.last else { return "\(rows[row]): no value" }
    let words = "\(rows[row]): \(best.0) \(Numeral.brief(best.1))"
    return sorted.count == 1 ? words : words + " to \(worst.0) \(Numeral.brief(worst.1))"
  }
}

// MARK: - The key

extension HeatLayout {
  private var key: [any Mark] {
    let size = 16.0
    let y = bottom + 24
    let (worst, best) =
      isHigherBetter
      ? (range.lowerBound, range.upperBound) : (range.upperBound, range.lowerBound)
    let start = Numeral.brief(worst)
    let from = TextRole.small.width(of: start) + 6
    let strip = (0..<Paint.steps).map { step -> any Mark in
      let left = from + Double(step) * size
      return Bar(
        from: Point(left, y - 6), to: Point(left + size - 1, y + 6), paint: .step(step))
    }
    let end = from + Double(Paint.steps) * size + 6
    let what = [Numeral.brief(best), label].compactMap { $0 }.joined(separator: " ")
    return [
      Label(text: start, at: Point(0, Label.baseline(y, .small)), role: .small, paint: .muted),
      Label(
        text: what, at: Point(end, Label.baseline(y, .small)), role: .small, paint: .muted,
        limit: max(width - end - 170, 40)),
    ] + strip + signs(at: y)
  }

  /// What hatching and blanks mean, at the right.
  private func signs(at y: Double) -> [any Mark] {
    let items = (cells.imputed > 0 ? ["imputed"] : []) + (cells.blank > 0 ? ["no value"] : [])
    var end = width
    var marks: [any Mark] = []
    for item in items.reversed() {
      let start = end - TextRole.small.width(of: item)
      let corner = Point(start - 22, y - 6)
      let far = Point(start - 6, y + 6)
      marks.append(
        Label(text: item, at: Point(start, Label.baseline(y, .small)), role: .small, paint: .muted))
      if item == "imputed" {
        marks += [
          Bar(from: corner, to: far, paint: .step(4)), Hatch(areas: [.init(from: corner, to: far)]),
        ]
      } else {
        let corners = [corner, Point(far.x, corner.y), far, Point(corner.x, far.y), corner]
        marks.append(Line(points: corners, paint: .axis, width: 1))
      }
      end = start - 36
    }
    return marks
  }
}

/// What puts the middle of a row of odd height on a whole number.
private func oddHalf(of height: Double) -> Double { height.truncatingRemainder(dividingBy: 2) / 2 }
