import Statistics
import Tables

extension Contest {
  /// Every framework with its rank, its scores, its failures and its times, best first.
  func leaderboard(_ standings: Table) -> (section: Section, table: DataTable) {
    let name = try? standings.index(of: "framework")
    let ranked = Dictionary(
      uniqueKeysWithValues: places.enumerated().map { ($0.element.name, $0.offset) })
    let rows = standings.rows.map { row in (row: row, name: name.flatMap { row[$0].string } ?? "") }
      .sorted { one, other in
        (ranked[one.name] ?? .max, one.name) < (ranked[other.name] ?? .max, other.name)
      }
    let columns = Column.all.filter { column in
      column.isAlways || rows.contains { !column.value(nil, standings, $0.row).isNull }
    }
    let table = DataTable(
      "Leaderboard", id: "leaderboard-table", columns: columns.map(\.name),
      rows: rows.map { row, name in
        let place = ranked[name].map { places[$0] }
        return columns.map { $0.cell(place, standings, row) }
      })
    let words = """
      Rank 1 is the best; the interval is where the mean rank lies in 95 % of resamples of the datasets. \
      A win is a dataset on which no other framework is better, shared where several are. Scaled scores \
      are 0 at the worst run of a dataset and 1 at the best. Times are medians in seconds.
      """
    return (
      Section("Leaderboard", id: "leaderboard", blocks: [.paragraph(words), .table(table)]), table
    )
  }
}

/// A column of the leaderboard.
private struct Column: Sendable {
  let name: String
  var decimals: Int? = nil
  var digits = 3
  /// Whether it is there even where it is empty.
  var isAlways = false
  var isImputed: @Sendable (Table, [Value]) -> Bool = { _, _ in false }
  let value: @Sendable (Contest.Place?, Table, [Value]) -> Value

  func cell(_ place: Contest.Place?, _ standings: Table, _ row: [Value]) -> DataTable.Cell {
    let value = value(place, standings, row)
    var cell = DataTable.Cell(value)
    if case .real(let number) = value {
      cell.shown = decimals.map { fixed(number, $0) } ?? significant(number, digits: digits)
    }
    cell.isImputed = !value.isNull && isImputed(standings, row)
    return cell
  }

  static let all = [
    Column(name: "framework", isAlways: true) { read("framework", $1, $2) },
    Column(name: "mean rank", decimals: 2, isAlways: true) { place, _, _ in
      place.map { .real($0.rank) } ?? .null
    },
    Column(name: "95 % from", decimals: 2, isAlways: true) { place, _, _ in
      place?.interval.map { .real($0.lower) } ?? .null
    },
    Column(name: "95 % to", decimals: 2, isAlways: true) { place, _, _ in
      place?.interval.map { .real($0.upper) } ?? .null
    },
    Column(name: "wins", digits: 4, isAlways: true) { place, _, _ in
      place.map { $0.wins == $0.wins.rounded() ? .integer(Int64($0.wins)) : .real($0.wins) }
        ?? .null
    },
    Column(
      name: "scaled score", decimals: 3, isAlways: true,
      isImputed: { (read("imputed", $0, $1).number ?? 0) > 0 },
      value: { read("scaled", $1, $2) }),
    Column(name: "failed", isAlways: true) { read("failed", $1, $2) },
    Column(name: "never run", isAlways: true) { read("never_run", $1, $2) },
    Column(name: "training s") { read("training", $1, $2) },
    Column(name: "inference s") { read("inference", $1, $2) },
    Column(name: "run s") { read("duration", $1, $2) },
  ]
}

private func read(_ column: String, _ table: Table, _ row: [Value]) -> Value {
  (try? table.index(of: column)).map { row[$0] } ?? .null
}
