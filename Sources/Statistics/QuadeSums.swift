/// Sums of ranks within blocks, weighted by the rank of the block's range; all are multiples of 1/4
/// and exact.
struct QuadeSums {
  /// Of each treatment, S_j = sum_i Q_i (r_ij - (k+1)/2).
  let sums: [Double]
  /// A, the squares of all terms, and B, the squares of the sums over the number of blocks.
  let all, between: Double

  init(of blocks: Blocks) {
    let count = blocks.treatments.count
    let middle = Double(count + 1) / 2
    let decimals = DecimalMultiples(of: blocks.rows.flatMap(\.self)).multiples
    let ranges = stride(from: 0, to: decimals.count, by: max(1, count)).map { start in
      let row = decimals[start..<start + count]
      return (row.max() ?? 0) - (row.min() ?? 0)
    }
    var (sums, all) = ([Double](repeating: 0, count: count), 0.0)
    for (row, weight) in zip(blocks.rows, ranks(of: ranges)) {
      for (treatment, rank) in ranks(of: row, best: blocks.better).enumerated() {
        let term = weight * (rank - middle)
        sums[treatment] += term
        all += term * term
      }
    }
    (self.sums, self.all) = (sums, all)
    between = sums.reduce(0) { $0 + $1 * $1 } / Double(blocks.names.count)
  }
}
