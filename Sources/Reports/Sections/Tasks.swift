import Statistics
import Tables

/// Every framework's score on every dataset, with a dot a run.
func tasks(_ evidence: Evidence) -> Section {
  guard var table = DataTable(wide: evidence.scores, "Mean scores by dataset", id: tasksID) else {
    return Section("Every dataset", id: "tasks", blocks: [])
  }
  let runs = RunDots(evidence.runs, better: evidence.subject.better)
  let frameworks = Array(table.columns.dropFirst())
  for index in table.rows.indices {
    let numbers = table.rows[index].dropFirst().compactMap(\.value.number)
    let best = evidence.subject.better == .higher ? numbers.max() : numbers.min()
    for (column, framework) in frameworks.enumerated() {
      let dataset = table.rows[index][0].value.description ?? ""
      var cell = table.rows[index][column + 1]
      if let number = cell.value.number {
        cell.shown = significant(number, digits: 4)
        cell.isBest = number == best && numbers.count > 1
      }
      cell.dots = runs.dots(of: framework, on: dataset)
      table.rows[index][column + 1] = cell
    }
  }
  var words =
    "Mean \(evidence.subject.metric) over seeds and folds, "
    + "\(evidence.subject.better.rawValue) being better; the best of a row is bold."
  if runs.isAny {
    words +=
      " Each dot is a run, in the order of seeds and folds, between the worst run on the dataset "
      + "(below) and the best (above)."
  }
  return Section("Every dataset", id: "tasks", blocks: [.paragraph(words), .table(table)])
}

/// The id of the table of mean scores by dataset, which figures of the same numbers lead to.
package let tasksID = "tasks-table"

/// The runs behind each mean, as heights between the worst and the best on the dataset.
private struct RunDots {
  private var dots: [[String]: [Double?]] = [:]

  /// More than these in one cell nobody tells apart.
  static let most = 24

  init(_ runs: Table?, better: Direction) {
    guard let runs, let places = try? Places(runs) else { return }
    for (dataset, rows) in Dictionary(grouping: runs.rows, by: { $0[places.dataset].description }) {
      let numbers = rows.compactMap { $0[places.value].number }
      let order = Set(rows.map(places.split)).sorted { $0.lexicographicallyPrecedes($1) }
      guard let dataset, let least = numbers.min(), let most = numbers.max(), most > least,
        order.count <= Self.most
      else { continue }
      let columns = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
      for row in rows {
        guard let value = row[places.value].number, let column = columns[places.split(row)] else {
          continue
        }
        let height = (value - least) / (most - least)
        let key = [row[places.framework].description ?? "", dataset]
        dots[key, default: Array(repeating: nil, count: order.count)][column] =
          better == .higher ? height : 1 - height
      }
    }
  }

  var isAny: Bool { !dots.isEmpty }

  func dots(of framework: String, on dataset: String) -> [Double?] {
    dots[[framework, dataset]] ?? []
  }

  /// Where the columns stand.
  private struct Places {
    let dataset, framework, seed, fold, value: Int

    init(_ table: Table) throws(TablesError) {
      dataset = try table.index(of: "dataset")
      framework = try table.index(of: "framework")
      seed = try table.index(of: "seed")
      fold = try table.index(of: "fold")
      value = try table.index(of: "value")
    }

    /// What tells the runs of a cell apart.
    func split(_ row: [Value]) -> [Double] {
      [row[seed].number ?? 0, row[fold].number ?? 0]
    }
  }
}
