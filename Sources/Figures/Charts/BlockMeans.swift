/// Each framework's mean value on each block, as the charts that compare frameworks read it.
struct BlockMeans {
  /// By framework, then by block.
  let means: [String: [String: Double]]
  /// Every block that some framework has, in alphabetical order.
  let blocks: [String]
  /// Rows without a name or a finite number.
  let skipped: Int

  static let channels = [
    Channel("block", "what frameworks are compared on: a dataset"),
    Channel("treatment", "the framework"),
    Channel("value", "the value; several of a framework on a block are averaged"),
    Channel("direction", "higher or lower: which values are better", isRequired: false),
  ]

  init(in input: ChartInput) throws(FigureError) {
    let blocks = try input.names("block")
    let treatments = try input.names("treatment")
    let values = try input.numbers("value")
    var cells: [String: [String: [Double]]] = [:]
    var skipped = 0
    for row in values.indices {
      if let block = blocks[row], let treatment = treatments[row], let value = values[row] {
        cells[treatment, default: [:]][block, default: []].append(value)
      } else {
        skipped += 1
      }
    }
    // Sorted, so that the sum does not depend on the order of the rows.
    means = cells.mapValues { $0.mapValues { $0.sorted().reduce(0, +) / Double($0.count) } }
    self.blocks = Set(means.values.flatMap(\.keys)).sorted()
    self.skipped = skipped
  }

  /// The blocks that all of `treatments` have, in alphabetical order.
  func blocks(sharedBy treatments: [String]) -> [String] {
    blocks.filter { block in treatments.allSatisfy { means[$0]?[block] != nil } }
  }

  /// The frameworks, best mean over the blocks they have first.
  func ranked(isHigherBetter: Bool) -> [String] {
    let overall = means.mapValues { $0.values.sorted().reduce(0, +) / Double($0.count) }
    return overall.sorted {
      $0.value == $1.value ? $0.key < $1.key : ($0.value > $1.value) == isHigherBetter
    }.map(\.key)
  }
}
