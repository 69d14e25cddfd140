package import Tables

/// How good each treatment is over all blocks, by every rating there is, the best Elo first.
///
/// **Shape**: a row per treatment. Elo, ranks and scales are over complete blocks; wins, ties and losses
/// over all, each against each.
///
/// **Edge cases**: improvability needs the score without error, a normalised score a reference; without
/// these they are NaN, and NULL in the table.
/// - Complexity: that of ``Elo``.
package struct Ratings: Sendable {
  package struct Row: Sendable {
    package let treatment: String
    package let elo: Elo.Rating
    package let wins, ties, losses: Int
    /// Ties counting half; nil where the treatment met nobody.
    package let winRate: Double?
    package let meanRank, reciprocalRank: Double
    /// On how many blocks it is the best, alone or with others.
    package let champion: Int
    package let rescaledLoss, improvability, normalisedScore: Double
  }

  package let rows: [Row]
  /// Whether Elo is of a maximum of the likelihood.
  package let fit: BradleyTerry.Fit

  /// - Parameters:
  ///   - perfect: the score without error, such as 1 for AUC.
  ///   - reference: the treatment whose score is 0 on the normalised scale.
  package init(
    _ blocks: Blocks, perfect: Double? = nil, reference: String? = nil,
    resamples: Int = Elo.resamples, using random: inout some RandomNumberGenerator
  ) throws(StatisticsError) {
    let elo = try Elo(blocks, resamples: resamples, using: &random)
    let contests = Contests(blocks)
    let none = [Double](repeating: .nan, count: blocks.treatments.count)
    let ranks = RankSums(of: blocks).ranks.map { $0 / Double(blocks.names.count) }
    let improvabilities = perfect.map { blocks.improvabilities(perfect: $0) } ?? none
    var normalised = none
    if let reference { normalised = try blocks.normalisedScores(reference: reference) }
    let (reciprocals, losses) = (blocks.meanReciprocalRanks, blocks.rescaledLosses)
    let champions = blocks.championCounts
    fit = elo.fit
    rows = blocks.treatments.indices.map { one in
      Row(
        treatment: blocks.treatments[one], elo: elo.ratings[one],
        wins: contests.wins[one].reduce(0, +), ties: contests.ties[one].reduce(0, +),
        losses: contests.wins.reduce(0) { $0 + $1[one] }, winRate: contests.winRate(one),
        meanRank: ranks[one], reciprocalRank: reciprocals[one], champion: champions[one],
        rescaledLoss: losses[one], improvability: improvabilities[one],
        normalisedScore: normalised[one])
    }.sorted { ($1.elo.rating, $0.treatment) < ($0.elo.rating, $1.treatment) }
  }

  package var table: Table {
    Table(
      columns: [
        "framework", "elo", "elo_low", "elo_high", "wins", "ties", "losses", "win_rate",
        "mean_rank",
        "mrr", "champion", "rescaled_loss", "improvability", "normalised_score",
      ],
      rows: rows.map { row in
        [
          .text(row.treatment), .number(row.elo.rating),
          .number(row.elo.interval?.lower ?? .nan), .number(row.elo.interval?.upper ?? .nan),
          .integer(Int64(row.wins)), .integer(Int64(row.ties)), .integer(Int64(row.losses)),
          .number(row.winRate ?? .nan), .number(row.meanRank), .number(row.reciprocalRank),
          .integer(Int64(row.champion)), .number(row.rescaledLoss), .number(row.improvability),
          .number(row.normalisedScore),
        ]
      })
  }
}
