import Statistics
import Tables

/// What tests say of the scores: who leads, and who cannot be told from whom.
struct Contest {
  /// A framework's place among the others.
  struct Place {
    let name: String
    let rank: Double
    /// The bootstrap interval of the mean rank; nil for a single dataset, which says nothing of others.
    let interval: Interval?
    /// On how many datasets it is the best, a shared first place counting its share.
    let wins: Double
  }

  let blocks: Blocks
  let alpha: Double
  /// Best first, equal ranks by name; none where no dataset was finished by all.
  let places: [Place]
  let nemenyi: Nemenyi?
  /// Each test's title and what it found, as `benchdb test` has it.
  let findings: [(title: String, finding: Finding)]
  /// Why there are no tests.
  let reason: String?
  /// The first of the ranking against the second.
  let duel: HeadToHead?

  /// Of resamples of datasets, and of the draws of the Bayesian test.
  static let seed: UInt64 = 1

  init(_ evidence: Evidence) throws(StatisticsError) {
    let blocks = try Blocks(
      evidence.scores, block: "dataset", treatment: "framework", value: "value",
      better: evidence.subject.better)
    self.blocks = blocks
    alpha = evidence.alpha
    let places = ranking(blocks)
    self.places = places
    do throws(StatisticsError) {
      let ranks = try Nemenyi(blocks, alpha: alpha)
      let found = try found(blocks, alpha: alpha)
      (nemenyi, findings, reason) = (ranks, found, nil)
    } catch {
      (nemenyi, findings, reason) = (nil, [], error.description)
    }
    duel = places.count > 1 ? try headToHead(places[0].name, places[1].name, evidence) : nil
  }

  /// The frameworks that share the best mean rank.
  var leaders: [String] { places.filter { $0.rank == places[0].rank }.map(\.name) }

  /// Those behind the best that lie within the critical distance of it.
  var rivals: [String] {
    guard let nemenyi, let best = places.first else { return [] }
    return places.filter { $0.rank > best.rank && $0.rank - best.rank <= nemenyi.criticalDistance }
      .map(\.name)
  }

  /// Whether Friedman's test shows any difference.
  var differs: Bool {
    guard let table = findings.first?.finding.table, let p = try? table.column("p").first?.number
    else { return false }
    return p < alpha
  }
}

private func found(
  _ blocks: Blocks, alpha: Double
) throws(StatisticsError) -> [(title: String, finding: Finding)] {
  [
    (Friedman.title, try Friedman.run(on: blocks, alpha: alpha)),
    (Nemenyi.title, try Nemenyi.run(on: blocks, alpha: alpha)),
    (WilcoxonHolm.title, try WilcoxonHolm.run(on: blocks, alpha: alpha)),
  ]
}

private func ranking(_ blocks: Blocks) -> [Contest.Place] {
  let count = Double(blocks.names.count)
  guard count > 0 else { return [] }
  let placed = blocks.rows.map { ranks(of: $0, best: blocks.better) }
  var random = SplitMix64(seed: Contest.seed)
  let intervals = meanRankIntervals(of: blocks, using: &random)
  return blocks.treatments.indices.map { index in
    let wins = placed.reduce(0.0) { sum, row in
      let best = row.min() ?? 1
      return row[index] == best ? sum + 1 / Double(row.count { $0 == best }) : sum
    }
    return Contest.Place(
      name: blocks.treatments[index], rank: placed.reduce(0) { $0 + $1[index] } / count,
      interval: count > 1 ? intervals[index] : nil, wins: wins)
  }.sorted { ($0.rank, $0.name) < ($1.rank, $1.name) }
}

/// Two frameworks over the datasets that both finished, as `benchdb compare` has them.
private func headToHead(
  _ first: String, _ second: String, _ evidence: Evidence
) throws(StatisticsError) -> HeadToHead? {
  let framework: Int
  do throws(TablesError) {
    framework = try evidence.scores.index(of: "framework")
  } catch {
    throw .table(error)
  }
  let both = Table(
    columns: evidence.scores.columns,
    rows: evidence.scores.rows.filter { [first, second].contains($0[framework].string) })
  let blocks = try Blocks(
    both, block: "dataset", treatment: "framework", value: "value",
    better: evidence.subject.better)
  guard blocks.names.count > 1, let one = blocks.treatments.firstIndex(of: first),
    let other = blocks.treatments.firstIndex(of: second)
  else { return nil }
  var random = SplitMix64(seed: Contest.seed)
  return HeadToHead(
    (first, blocks.values(of: one)), (second, blocks.values(of: other)),
    better: evidence.subject.better, using: &random)
}
