internal import Statistics
internal import Tables

extension SQLTableFunction {
  /// `friedman_ranks(sql)`: the mean rank of each treatment over the blocks that all are on, from the
  /// best; a first place that treatments share is a win that they share, as in `leaderboard`.
  ///
  /// Without a complete block there are no rows.
  static let friedmanRanks = SQLTableFunction(
    name: "friedman_ranks", columns: ["treatment", "mean_rank", "wins", "blocks"],
    parameters: ["sql"]
  ) { arguments, source in
    let blocks = try source.blocks(of: arguments[0])
    let ranks = blocks.rows.map { Statistics.ranks(of: $0, best: blocks.better) }
    guard !blocks.names.isEmpty else { return [] }
    var standings = blocks.treatments.indices.map { treatment in
      (
        name: blocks.treatments[treatment],
        rank: mean(of: ranks.map { $0[treatment] }) ?? .nan,
        wins: blocks.rows.reduce(0) { $0 + winShare(of: treatment, in: $1) }
      )
    }
    standings.sort { ($0.rank, $0.name) < ($1.rank, $1.name) }
    return standings.map {
      [.text($0.name), .real($0.rank), .real($0.wins), .integer(Int64(blocks.names.count))]
    }
  }
}

/// The part that a treatment has in the first place of a block.
private func winShare(of treatment: Int, in row: [Double]) -> Double {
  guard let best = row.max(), row[treatment] == best else { return 0 }
  return 1 / Double(row.count { $0 == best })
}
