/// What treatments reach on average over complete blocks, each in the order of `treatments`; NaN
/// where no block says anything.
extension Blocks {
  /// Mean scores on a scale where 0 is what `reference` has on the block and 1 what the best has.
  ///
  /// **Edge cases**: a block that the reference itself is best on has no scale and is left out;
  /// worse than the reference is below 0.
  ///
  /// **Source**: Gijsbers et al., AMLB: an AutoML benchmark, JMLR 25 (2024), whose reference is a
  /// random forest or a constant predictor.
  /// - Complexity: O(N k).
  package func normalisedScores(reference: String) throws(StatisticsError) -> [Double] {
    let place = try place(of: reference) ?? 0
    return means { row in
      guard let best = best(row), best != row[place] else { return nil }
      return row.map { ($0 - row[place]) / (best - row[place]) }
    }
  }

  /// Mean losses on a scale where 0 is the best of the block and 1 the worst; 0 for all where they
  /// are equal.
  ///
  /// **Source**: TabArena's `loss_rescaled` (Erickson et al., 2025).
  /// - Complexity: O(N k).
  package var rescaledLosses: [Double] {
    means { row in
      guard let best = best(row), let worst = worst(row), best != worst else {
        return row.map { _ in 0 }
      }
      return row.map { (best - $0) / (best - worst) }
    }
  }

  /// Mean improvability: by how much of its error the best of the block would lessen a treatment's,
  /// 1 - best / error, from 0 for the best to below 1. TabArena's champion delta is its older name.
  ///
  /// - Parameter perfect: the score without error, such as 1 for accuracy and AUC, 0 for losses.
  ///
  /// **Edge cases**: an error of 0 cannot be improved. Errors are differences of decimals.
  ///
  /// **Source**: TabArena (Erickson et al., 2025).
  /// - Complexity: O(N k).
  package func improvabilities(perfect: Double) -> [Double] {
    let decimals = DecimalMultiples(of: rows.flatMap(\.self) + [perfect]).multiples
    let errors = decimals.dropLast().map { abs($0 - decimals[decimals.count - 1]) }
    var place = 0
    return means { row in
      let block = errors[place..<place + row.count]
      place += row.count
      let best = Double(block.min() ?? 0)
      return block.map { $0 == 0 ? 0 : 1 - best / Double($0) }
    }
  }

  /// Mean reciprocal ranks, ties sharing the mean of their ranks.
  ///
  /// - Complexity: O(N k log k).
  package var meanReciprocalRanks: [Double] {
    means { ranks(of: $0, best: better).map { 1 / $0 } }
  }

  /// On how many blocks each treatment is the best, alone or with others.
  package var championCounts: [Int] {
    rows.reduce(into: [Int](repeating: 0, count: treatments.count)) { counts, row in
      let best = best(row)
      for (place, value) in row.enumerated() where value == best { counts[place] += 1 }
    }
  }

  private func best(_ row: [Double]) -> Double? { better == .higher ? row.max() : row.min() }

  private func worst(_ row: [Double]) -> Double? { better == .higher ? row.min() : row.max() }

  /// The mean over blocks of what `scores` makes of each; nil leaves a block out.
  private func means(_ scores: ([Double]) -> [Double]?) -> [Double] {
    var (sums, count) = ([Double](repeating: 0, count: treatments.count), 0)
    for row in rows {
      guard let scores = scores(row) else { continue }
      for (place, score) in scores.enumerated() { sums[place] += score }
      count += 1
    }
    return sums.map { count > 0 ? $0 / Double(count) : .nan }
  }
}
