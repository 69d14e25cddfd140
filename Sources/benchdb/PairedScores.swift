import Statistics
import Tables
import Warehouse

/// The mean scores of two frameworks on each dataset, and what they are means of.
struct PairedScores {
  /// What one framework's means are made of.
  struct Side {
    let name: String
    let values: [Double]
    /// How many scores the means are of, dataset by dataset, and how many of all were made, not
    /// measured.
    let scores: [Int]
    let imputed: Int
  }

  /// A dataset that only one of both has a score on.
  struct LeftOut: Encodable {
    let dataset: String
    let missing: String
  }

  let datasets: [String]
  let first, second: Side
  let leftOut: [LeftOut]
  /// Whether scores are in the unit of each dataset's target: an error of regression without a worst
  /// value.
  let isInUnits: Bool

  init(
    _ pairing: Pairing, _ rule: Imputation, in store: Store, _ library: QueryLibrary
  ) throws {
    let query = try library.query("scores")
    let one = try Means(of: pairing.first, rule, query, in: store)
    let other = try Means(of: pairing.second, rule, query, in: store)
    let (name, rival) = pairing.names
    datasets = one.means.keys.filter { other.means[$0] != nil }.sorted()
    first = one.side(name, on: datasets)
    second = other.side(rival, on: datasets)
    leftOut =
      (one.lacked(by: other).map { LeftOut(dataset: $0, missing: rival) }
      + other.lacked(by: one).map { LeftOut(dataset: $0, missing: name) })
      .sorted { $0.dataset < $1.dataset }
    let units = try store.table(
      """
      SELECT 1
      FROM metrics
      WHERE name = :metric AND best = 0 AND worst IS NULL AND types LIKE '%regression%'
      """, bindings: ["metric": .text(pairing.first.subject.metric)])
    isInUnits = !units.rows.isEmpty
  }

  /// On how many datasets the two means are of unequal numbers of scores.
  var uneven: Int { zip(first.scores, second.scores).count { $0 != $1 } }
}

/// One framework's mean on each dataset, by the dataset's name.
private struct Means {
  private(set) var means: [String: (value: Double, scores: Int, imputed: Int)] = [:]

  init(
    of side: Pairing.Side, _ rule: Imputation, _ query: StoredQuery, in store: Store
  ) throws {
    let subject = side.subject
    let table = try store.table(
      query.sql,
      bindings: try query.bindings([
        "source": subject.source, "budget": subject.budget, "metric": subject.metric,
        "impute": rule.rawValue,
      ]))
    let dataset = try table.index(of: "dataset")
    let framework = try table.index(of: "framework")
    let (value, scores, imputed) = (
      try table.index(of: "value"), try table.index(of: "scores"), try table.index(of: "imputed")
    )
    for row in table.rows where row[framework].string == side.framework {
      guard let name = row[dataset].string, let mean = row[value].number, mean.isFinite else {
        continue
      }
      means[name] = (mean, Int(row[scores].number ?? 0), Int(row[imputed].number ?? 0))
    }
  }

  func lacked(by other: Means) -> [String] {
    means.keys.filter { other.means[$0] == nil }
  }

  func side(_ name: String, on datasets: [String]) -> PairedScores.Side {
    let taken = datasets.compactMap { means[$0] }
    return PairedScores.Side(
      name: name, values: taken.map(\.value), scores: taken.map(\.scores),
      imputed: taken.reduce(0) { $0 + $1.imputed })
  }
}
