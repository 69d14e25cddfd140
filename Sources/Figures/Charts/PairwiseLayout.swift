/// Where the cells of a matrix of pairs stand.
///
/// A name stands once, on the diagonal: its row lies to the left of it, its column below. Nothing needs
/// to be turned on its side to fit over a column.
struct PairwiseLayout {
  let names: [String]
  let pairs: PairTests
  let alpha: Double
  let width: Double

  /// How much of a pair a cell has room for.
  private enum Detail { case all, wins, colour }

  private let detail: Detail
  private let cellWidth: Double
  private let cellHeight: Double
  private let role: TextRole

  private static let top = 4.0
  private static let mostTooltips = 150

  init(names: [String], pairs: PairTests, alpha: Double, width: Double) {
    self.names = names
    self.pairs = pairs
    self.alpha = alpha
    self.width = width
    let role: TextRole = names.count > 14 ? .small : .label
    self.role = role
    // The name beside the last cell of a row ends at the page's edge or before it.
    let rooms = names.enumerated().dropFirst().map { index, name in
      (width - min(role.width(of: name), width * 0.3) - 10) / Double(index)
    }
    let cellWidth = min(rooms.min() ?? 96, 96)
    self.cellWidth = cellWidth
    let shown = names.indices.flatMap { second in
      names.indices.prefix(second).compactMap { pairs.pair(names[$0], names[second]) }
    }
    func fit(_ texts: [String]) -> Bool {
      (texts.map { TextRole.smallStrong.width(of: $0) }.max() ?? 0) + 4 <= cellWidth
    }
    let detail: Detail =
      fit(shown.flatMap(Self.lines)) ? .all : fit(shown.map(Self.brief)) ? .wins : .colour
    self.detail = detail
    cellHeight = detail == .all ? 48 : detail == .wins ? 24 : max(16, cellWidth * 0.7)
  }

  var height: Double { Self.top + cellHeight * Double(names.count) + 6 }

  /// How to read a cell, for the foot of the page.
  var legend: String {
    let what =
      switch detail {
      case .all: "median difference, wins/ties/losses and p"
      case .wins: "wins and losses"
      case .colour: "colour"
      }
    return "A cell: the framework above it against the one at the right of its row, \(what); blue "
      + "where the one above is better, orange where worse, the darker the stronger."
  }

  private static func lines(_ pair: PairTests.Pair) -> [String] {
    [
      Numeral.brief(pair.medianDifference), "\(pair.wins)/\(pair.ties)/\(pair.losses)", p(pair),
    ]
  }

  private static func brief(_ pair: PairTests.Pair) -> String { "\(pair.wins):\(pair.losses)" }

  private static func p(_ pair: PairTests.Pair) -> String {
    if pair.p.isNaN { return "no p" }
    return pair.p < 0.001 ? "<0.001" : Numeral.fixed(pair.p, decimals: pair.p < 0.1 ? 3 : 2)
  }

  // MARK: - Marks

  private func corner(_ column: Int, _ row: Int) -> Point {
    Point(Double(column) * cellWidth, Self.top + Double(row) * cellHeight)
  }

  private struct Cell {
    var pair: PairTests.Pair
    var corner: Point
  }

  private var cells: [Cell] {
    names.indices.flatMap { row in
      names.indices.prefix(row).compactMap { column in
        pairs.pair(names[column], names[row]).map { Cell(pair: $0, corner: corner(column, row)) }
      }
    }.filter { $0.pair.count > 0 }
  }

  var marks: [any Mark] {
    let cells = cells
    return tints(cells) + diagonal + texts(cells) + tooltips(cells)
  }

  private var diagonal: [any Mark] {
    names.indices.map { index in
      let place = corner(index, index)
      return Label(
        text: names[index],
        at: Point(place.x + 6, Label.baseline(place.y + cellHeight / 2, role)), role: role,
        limit: width - place.x - 6)
    }
  }

  /// A colour behind each cell, in steps of a fifth of the effect.
  private func tints(_ cells: [Cell]) -> [any Mark] {
    let steps = Dictionary(grouping: cells) { Int(($0.pair.effect * 5).rounded(.awayFromZero)) }
    return steps.sorted { $0.key < $1.key }.filter { $0.key != 0 }.map { step, cells in
      let spans = cells.map { cell in
        Cells.Span(
          left: cell.corner.x, right: cell.corner.x + cellWidth - 2,
          y: cell.corner.y + cellHeight / 2)
      }
      return Cells(
        spans: spans, height: cellHeight - 2, paint: step > 0 ? .series(0) : .series(4),
        opacity: 0.1 * Double(abs(step)))
    }
  }

  private func texts(_ cells: [Cell]) -> [any Mark] {
    [false, true].compactMap { isBold in
      let own = cells.filter { ($0.pair.p < alpha) == isBold }
      let items = own.flatMap { cell -> [Texts.Item] in
        let lines =
          switch detail {
          case .all: Self.lines(cell.pair)
          case .wins: [Self.brief(cell.pair)]
          case .colour: [cell.pair.p < alpha ? "•" : ""]
          }
        let middle = cell.corner.y + cellHeight / 2
        return lines.enumerated().filter { !$0.element.isEmpty }.map { line, text in
          let y = middle + (Double(line) - Double(lines.count - 1) / 2) * 14
          let role: TextRole = isBold ? .smallStrong : .small
          return Texts.Item(
            text: text,
            at: Point(cell.corner.x + (cellWidth - 2) / 2, Label.baseline(y, role)))
        }
      }
      return items.isEmpty ? nil : Texts(items: items, role: isBold ? .smallStrong : .small)
    }
  }

  private func tooltips(_ cells: [Cell]) -> [any Mark] {
    guard cells.count <= Self.mostTooltips else { return [] }
    return [
      Zones(
        zones: cells.map { cell in
          Zones.Zone(
            from: cell.corner,
            to: Point(cell.corner.x + cellWidth - 2, cell.corner.y + cellHeight - 2),
            tooltip: "\(cell.pair.first) against \(cell.pair.second): "
              + Self.lines(cell.pair).joined(separator: ", "))
        })
    ]
  }
}
