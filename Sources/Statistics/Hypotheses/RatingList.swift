import Tables

/// Elo and the other ratings of all treatments, as a finding.
package enum RatingList {}

extension RatingList: YardstickHypothesis {
  package static let name = "ratings"
  package static let title = "Elo and other ratings"
  package static let help = """
    How good each framework is over all datasets: Elo by maximum likelihood with a 95 % interval of \
    resampled datasets, wins, ties and losses against all others (of every dataset that both finished; \
    all else is of those that all finished), mean rank, mean reciprocal rank, how \
    often it is the best (champion), and its mean loss where the best is 0 and the worst 1. Where the \
    perfect score is known, by how much of its error the best would lessen it (improvability); with \
    --reference, its mean score where that framework's is 0 and the best 1. No test, so that alpha \
    says nothing.
    """
  package static let reference = """
    Elo, The rating of chessplayers (1978); Erickson et al., TabArena (2025)
    """

  package static func run(
    on blocks: Blocks, alpha: Double, perfect: Double?, reference: String?
  ) throws(StatisticsError) -> Finding {
    _ = try level(alpha)
    var random = SplitMix64(seed: 1)
    let ratings = try Ratings(
      blocks, perfect: perfect, reference: reference, using: &random)
    let best = ratings.rows[0]
    return Finding(
      table: known(ratings.table),
      sentence: "\(best.treatment) is rated best, Elo \(text(best.elo.rating, digits: 4)), by "
        + "\(ratings.fit.rawValue), on \(blocks.datasets)")
  }

  /// Without the columns that need the score without error, or a reference, where there is none.
  private static func known(_ table: Table) -> Table {
    let places = table.columns.indices.filter { column in
      table.rows.contains { !$0[column].isNull }
    }
    return Table(
      columns: places.map { table.columns[$0] },
      rows: table.rows.map { row in places.map { row[$0] } })
  }
}
