package import Tables

/// Scores of single folds, or other resamples: what treatments reach on each fold of each dataset.
///
/// **Shape**: datasets and treatments are sorted by name. A fold is told by the columns `seed` and
/// `fold` of a table, whichever there are.
///
/// **Edge cases**: NULL and NaN are missing scores: a pair of treatments has the folds that both
/// finished. A dataset's part that a fold tests is the column `test_share`, or else one over the
/// number of its folds.
package struct Folds: Sendable {
  package let treatments: [String]
  package let better: Direction
  private let datasets: [Dataset]

  private struct Dataset: Sendable {
    let name: String
    var testShare: Double?
    /// By fold, a value per treatment.
    var scores: [String: [Double]] = [:]
  }

  /// What both treatments reached on each dataset where both finished two folds or more; the first
  /// is better where higher is, whatever the metric's direction.
  package func pairs(_ one: Int, _ other: Int) -> [FoldPairs] {
    let (first, second) = better == .higher ? (one, other) : (other, one)
    return datasets.compactMap { dataset in
      let both = dataset.scores.sorted { $0.key < $1.key }.map(\.value).filter {
        !$0[one].isNaN && !$0[other].isNaN
      }
      guard both.count > 1 else { return nil }
      return FoldPairs(
        dataset: dataset.name, first: both.map { $0[first] }, second: both.map { $0[second] },
        testShare: dataset.testShare ?? 1 / Double(dataset.scores.count))
    }
  }

  /// Reads a long table, a row per score.
  ///
  /// - Throws: `StatisticsError.needs` where no column tells folds.
  /// - Complexity: O(n log n).
  package init(
    _ table: Table, block: String, treatment: String, value: String, better: Direction
  ) throws(StatisticsError) {
    let rows = try Self.rows(of: table, block, treatment, value)
    treatments = Array(Set(rows.map(\.treatment))).sorted()
    let places = Dictionary(uniqueKeysWithValues: zip(treatments, treatments.indices))
    let none = [Double](repeating: .nan, count: treatments.count)
    var datasets: [String: Dataset] = [:]
    for row in rows {
      guard let place = places[row.treatment] else { continue }
      var dataset = datasets[row.block] ?? Dataset(name: row.block)
      // Emptied first, so that the change is made in place.
      datasets[row.block] = nil
      guard dataset.scores[row.fold]?[place].isNaN ?? true else {
        throw .duplicate(block: "\(row.block), fold \(row.fold)", treatment: row.treatment)
      }
      dataset.scores[row.fold, default: none][place] = row.value
      dataset.testShare = row.testShare ?? dataset.testShare
      datasets[row.block] = dataset
    }
    self.better = better
    self.datasets = datasets.values.sorted { $0.name < $1.name }
  }
}

extension Folds {
  private struct Row {
    let block, treatment, fold: String
    let value: Double
    let testShare: Double?
  }

  private static func rows(
    of table: Table, _ block: String, _ treatment: String, _ value: String
  ) throws(StatisticsError) -> [Row] {
    let (block, treatment, value) = try columns(of: table, block, treatment, value)
    let folds = ["seed", "fold"].compactMap { try? table.index(of: $0) }
    guard !folds.isEmpty else {
      throw .needs("the scores of folds: a column seed or fold", of: "it")
    }
    let share = try? table.index(of: "test_share")
    var rows: [Row] = []
    for (index, row) in table.rows.enumerated() {
      guard let name = row[block].description, let framework = row[treatment].description else {
        throw .unnamed(column: table.columns[row[block].isNull ? block : treatment], row: index + 1)
      }
      guard let number = row[value].isNull ? .nan : row[value].number else {
        throw .notANumber(row[value], column: table.columns[value], row: index + 1)
      }
      guard !number.isInfinite else { throw .infinite(block: name, treatment: framework) }
      let part = share.flatMap { row[$0].number }
      if let part, !(part > 0 && part < 1) { throw .testShare(part, block: name) }
      rows.append(
        Row(
          block: name, treatment: framework,
          fold: folds.map { row[$0].description ?? "" }.joined(separator: "/"), value: number,
          testShare: part))
    }
    return rows
  }

  private static func columns(
    of table: Table, _ block: String, _ treatment: String, _ value: String
  ) throws(StatisticsError) -> (Int, Int, Int) {
    do throws(TablesError) {
      return (
        try table.index(of: block), try table.index(of: treatment), try table.index(of: value)
      )
    } catch {
      throw .table(error)
    }
  }
}
