/// The cells of a heat map: a row a block, a column a framework.
struct HeatCells {
  struct Cell: Sendable {
    var value: Double
    /// Whether the value, or a part of it, stands in for a run that failed.
    var isImputed: Bool
  }

  /// By block, then by framework.
  let cells: [String: [String: Cell]]
  /// The blocks, hardest first: those with the fewest cells, then those of the worst mean.
  let blocks: [String]
  /// The frameworks, best first: by their mean over all blocks, where a cell that is not there counts as
  /// the worst there is.
  let treatments: [String]
  let skipped: Int

  init(in input: ChartInput, isHigherBetter: Bool) throws(FigureError) {
    let blocks = try input.names("block")
    let treatments = try input.names("treatment")
    let values = try input.numbers("value")
    let imputed = try input.columns("imputed").isEmpty ? nil : try input.numbers("imputed")
    var cells: [String: [String: [Cell]]] = [:]
    // A framework whose every value is missing still has its column, a block its row.
    var (rows, columns): (Set<String>, Set<String>) = ([], [])
    var skipped = 0
    for row in values.indices {
      guard let block = blocks[row], let treatment = treatments[row] else {
        skipped += 1
        continue
      }
      rows.insert(block)
      columns.insert(treatment)
      guard let value = values[row] else { continue }
      let cell = Cell(value: value, isImputed: (imputed?[row] ?? 0) > 0)
      cells[block, default: [:]][treatment, default: []].append(cell)
    }
    let means = cells.mapValues { $0.mapValues(Self.mean) }
    self.cells = means
    self.skipped = skipped
    let drawn = means.values.flatMap { $0.values.map(\.value) }
    let worst = (isHigherBetter ? drawn.min() : drawn.max()) ?? 0
    func mean(_ values: [Double]) -> Double {
      values.sorted().reduce(0, +) / Double(max(values.count, 1))
    }
    let hardness = Dictionary(
      uniqueKeysWithValues: rows.map { row in
        (row, mean(columns.map { means[row]?[$0]?.value ?? worst }))
      })
    let skill = Dictionary(
      uniqueKeysWithValues: columns.map { column in
        (column, mean(rows.map { means[$0]?[column]?.value ?? worst }))
      })
    func isBefore(_ one: Double, _ other: Double) -> Bool { (one > other) == isHigherBetter }
    self.blocks = rows.sorted { one, other in
      let counts = (means[one]?.count ?? 0, means[other]?.count ?? 0)
      guard counts.0 == counts.1 else { return counts.0 < counts.1 }
      let (left, right) = (hardness[one] ?? 0, hardness[other] ?? 0)
      return left == right ? one < other : isBefore(right, left)
    }
    self.treatments = columns.sorted { one, other in
      let (left, right) = (skill[one] ?? 0, skill[other] ?? 0)
      return left == right ? one < other : isBefore(left, right)
    }
  }

  private static func mean(of cells: [Cell]) -> Cell {
    Cell(
      value: cells.map(\.value).sorted().reduce(0, +) / Double(cells.count),
      isImputed: cells.contains(where: \.isImputed))
  }

  var count: Int { cells.values.reduce(0) { $0 + $1.count } }
  var imputed: Int { cells.values.reduce(0) { $0 + $1.values.count(where: \.isImputed) } }
  var blank: Int { blocks.count * treatments.count - count }

  /// The least and the greatest value.
  var range: ClosedRange<Double>? {
    let values = cells.values.flatMap { $0.values.map(\.value) }
    guard let least = values.min(), let most = values.max() else { return nil }
    return least...most
  }

  /// On how many blocks a framework alone has the best value.
  func wins(of treatment: String, isHigherBetter: Bool) -> Int {
    blocks.count { block in
      guard let own = cells[block]?[treatment]?.value else { return false }
      return cells[block]?.allSatisfy { name, cell in
        name == treatment || (isHigherBetter ? cell.value < own : cell.value > own)
      } ?? false
    }
  }
}
