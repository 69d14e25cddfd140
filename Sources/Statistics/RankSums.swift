/// Sums over ranks; all are multiples of 1/4 and exact.
struct RankSums {
  /// Of each treatment.
  let ranks: [Double]
  /// Squared deviations of the rank sums from their mean.
  let between: Double
  /// Squared deviations of all ranks from theirs; 0 when all blocks are constant.
  let within: Double

  init(of blocks: Blocks) {
    let middle = Double(blocks.treatments.count + 1) / 2
    var deviations = [Double](repeating: 0, count: blocks.treatments.count)
    var within = 0.0
    for row in blocks.rows {
      for (treatment, rank) in Statistics.ranks(of: row, best: blocks.better).enumerated() {
        deviations[treatment] += rank - middle
        within += (rank - middle) * (rank - middle)
      }
    }
    self.within = within
    between = deviations.reduce(0) { $0 + $1 * $1 }
    ranks = deviations.map { $0 + Double(blocks.names.count) * middle }
  }
}
