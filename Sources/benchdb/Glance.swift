import Tables
import Warehouse

/// What `benchdb` alone shows at a terminal: four lines on the warehouse here, the last of which says
/// what to type next.
struct Glance {
  let store: Store
  let library: QueryLibrary
  /// What stands between things to type.
  var separator = " · "

  func show(in session: Session) throws {
    let lines = try lines()
    let width = lines.map { displayWidth(of: $0.label) }.max() ?? 0
    for line in lines {
      let label = Paint.dim(
        padded(escapingControls(in: line.label), to: width), on: session.colours)
      try session.write("\(label)  \(escapingControls(in: line.text))\n")
    }
  }

  /// A label and what there is to say of it, in the order to show them.
  private func lines() throws -> [(label: String, text: String)] {
    let progress = try Progress(library.query("status"), in: store)
    guard progress.expected > 0 else {
      return [
        (store.path, "no runs yet"),
        (
          "next",
          ["benchdb import FILE", "benchdb sync s3://BUCKET/FOLDER", "benchdb --help"]
            .joined(separator: separator)
        ),
      ]
    }
    let failures = try failedByClass()
    return [
      (store.path, try held()),
      ("progress", progress.description + (failures.isEmpty ? "" : "; \(failures)")),
      ("leader", try leader() ?? "no metric on which frameworks can be compared"),
      ("next", next(progress, failures: !failures.isEmpty).joined(separator: separator)),
    ]
  }

  /// What is held: `1,800 runs of 6 frameworks on 30 datasets`.
  private func held() throws -> String {
    let row = try store.table(
      """
      SELECT sum(runs), count(DISTINCT framework_id), count(DISTINCT dataset_id),
        count(DISTINCT source_id)
      FROM cells
      """
    ).rows[0].map { Int($0.number ?? 0) }
    let sources = row[3] > 1 ? ", from \(counted(row[3], "source"))" : ""
    return "\(counted(row[0], "run")) of \(counted(row[1], "framework")) "
      + "on \(counted(row[2], "dataset"))\(sources)"
  }

  private func failedByClass() throws -> String {
    let table = try store.table(library.query("failures-by-class").sql)
    let classes = table.rows.map { "\(grouped(Int($0[1].number ?? 0))) \($0[0].string ?? "")" }
    let failed = table.rows.reduce(0) { $0 + Int($1[1].number ?? 0) }
    guard failed > 0 else { return "" }
    return "\(counted(failed, "failed run")): \(classes.joined(separator: ", "))"
  }

  /// Who leads where the most runs were scored: source, budget and metric with the most of them.
  private func leader() throws -> String? {
    let rows = try store.table(
      """
      WITH board AS (
        SELECT source, budget, metric, framework, mean_rank,
          sum(runs) OVER (PARTITION BY source, budget, metric) AS scored,
          count(*) OVER (PARTITION BY source, budget, metric) AS frameworks
        FROM leaderboard
        WHERE mean_rank IS NOT NULL
      )
      SELECT framework, metric, mean_rank, frameworks, source
      FROM board
      WHERE frameworks > 1
      ORDER BY scored DESC, source, budget, metric, mean_rank, framework
      LIMIT 1
      """
    ).rows
    guard let row = rows.first, let rank = row[2].number else { return nil }
    let name = { (index: Int) in row[index].string ?? "" }
    return "\(name(0)) by \(name(1)), mean rank \(significant(rank, digits: 3)) "
      + "among \(grouped(Int(row[3].number ?? 0))) (\(name(4)))"
  }

  private func next(_ progress: Progress, failures: Bool) -> [String] {
    ["benchdb repl", "benchdb run-analysis"]
      + (progress.missing > 0 ? ["benchdb status"] : [])
      + (failures ? ["benchdb failures"] : []) + ["benchdb --help"]
  }
}

/// How much of the plan is done, over all sources.
private struct Progress: CustomStringConvertible {
  let expected: Int
  let finished: Int
  let missing: Int

  init(_ query: StoredQuery, in store: Store) throws {
    let table = try store.table(query.sql)
    func total(_ column: String) throws -> Int {
      Int(try table.column(column).compactMap(\.number).reduce(0, +))
    }
    expected = try total("expected")
    finished = try total("finished")
    missing = try total("missing")
  }

  var description: String {
    missing == 0
      ? "all \(counted(expected, "task")) finished"
      : "\(grouped(finished)) of \(counted(expected, "task")) finished, \(grouped(missing)) missing"
  }
}
