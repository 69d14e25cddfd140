import Statistics
import Tables
import Warehouse

/// The stored queries that make up run-analysis, bound to one source, budget and rule.
struct Analysis {
  private let store: Store
  private let library: QueryLibrary
  private let queries: [StoredQuery]
  private let subject: Subject
  private let rule: String
  /// The metrics that are tested and ranked: the one asked for, else the original's two, F1 and MSE,
  /// else the one with the most scores.
  let metrics: [String]
  private let metricAsked: String?
  /// What the reader should know of the choice that was made, a sentence each.
  let asides: [String]

  init(of store: Store, _ library: QueryLibrary, _ options: SubjectOptions, rule: String) throws {
    let subjects = try Subject.all(in: store, library, options)
    let chosen = subjects[0]
    let here = subjects.filter { $0.source == chosen.source && $0.budget == chosen.budget }
    let headline = ["f1", "mse"].filter { name in here.contains { $0.metric == name } }
    self.store = store
    self.library = library
    self.rule = rule
    subject = chosen
    metricAsked = options.metric
    metrics = options.metric.map { [$0] } ?? (headline.isEmpty ? [chosen.metric] : headline)
    queries = try library.all().filter { $0.analysis != nil }.sorted {
      ($0.analysis ?? 0, $0.name) < ($1.analysis ?? 0, $1.name)
    }
    let others = Set(subjects.map { "\($0.source) under \($0.budget)" }).count - 1
    asides =
      others > 0
      ? [
        """
        this is the source \(chosen.source) under the budget \(chosen.budget); --source and --budget \
        choose one of \(others) more
        """
      ] : []
  }

  var title: String { "\(subject.source), budget \(subject.budget)" }

  /// The queries that give tables, run.
  func tables() throws -> [(StoredQuery, Table)] {
    try queries.filter { $0.figure == nil }.map { ($0, try table(of: $0, metric: metricAsked)) }
  }

  /// The queries that give figures, run: the figure's name and its data. One whose metric is not fixed
  /// is drawn for each of `metrics`.
  func figures() throws -> [(StoredQuery, name: String, Table)] {
    try queries.filter { $0.figure != nil }.flatMap { query in
      guard query.parameters.contains(where: { $0.name == "metric" && $0.default == .null }) else {
        return [(query, query.name, try table(of: query))]
      }
      return try metrics.map { metric in
        let name = metrics.count == 1 ? query.name : "\(query.name)-\(metric)"
        return (query, name, try table(of: query, metric: metric))
      }
    }
  }

  /// The mean scores of `metric`, as blocks for a test, and how many of them were made.
  func blocks(of metric: String) throws -> (Blocks, ImputedScores) {
    let table = try table(of: library.query("scores"), metric: metric)
    let direction = try table.column("direction").first?.string.flatMap(Direction.init(rawValue:))
    let blocks = try Blocks(
      table, block: "dataset", treatment: "framework", value: "value", better: direction ?? .higher)
    return (blocks, ImputedScores(table, framework: "framework"))
  }

  private func table(of query: StoredQuery, metric: String? = nil) throws -> Table {
    var given = ["source": subject.source, "budget": subject.budget, "impute": rule]
    given["metric"] = metric
    let known = given.filter { name, _ in query.parameters.contains { $0.name == name } }
    return try store.table(query.sql, bindings: try query.bindings(known))
  }
}
