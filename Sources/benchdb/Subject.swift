import ArgumentParser
import Tables
import Warehouse

/// Which runs an analysis is about.
struct SubjectOptions: ParsableArguments {
  @Option(help: "The metric; else the one with the most scores.")
  var metric: String?

  @Option(help: "The source; else the one with the most scores.")
  var source: String?

  @Option(help: "The budget; else the one with the most scores.")
  var budget: String?

  /// The words a stored query may have parameters for.
  var parameters: [String: String] {
    var parameters: [String: String] = [:]
    parameters["metric"] = metric
    parameters["source"] = source
    parameters["budget"] = budget
    return parameters
  }
}

/// What becomes of a score that is missing because its run failed or never was.
enum Imputation: String, ExpressibleByArgument, CaseIterable {
  /// A dataset that some framework never finished is left out of comparisons.
  case drop
  /// It counts as the worst score that any framework had on the dataset.
  case worst
  /// It counts as the baseline's score on the same dataset, seed and fold.
  case reference

  /// The rule in words, for a subtitle.
  var words: String {
    switch self {
    case .drop: "datasets that some framework never finished are left out"
    case .worst: "a missing score counts as the worst on its dataset"
    case .reference: "a missing score counts as the constant predictor's on the same fold"
    }
  }
}

/// A source, budget and metric that have scores, and how many.
struct Subject {
  let source: String
  let budget: String
  let metric: String
  let direction: String
  let scores: Int

  /// What there is to analyse, most scores first.
  ///
  /// - Throws: `Failure` with `no` where nothing fits, naming what there is.
  static func all(in store: Store, _ library: QueryLibrary, _ options: SubjectOptions) throws
    -> [Subject]
  {
    let query = try library.query("subjects")
    let table = try store.table(query.sql, bindings: try query.bindings())
    let all = table.rows.map { row in
      Subject(
        source: row[0].string ?? "", budget: row[1].string ?? "", metric: row[2].string ?? "",
        direction: row[3].string ?? "", scores: Int(row[4].number ?? 0))
    }
    let fitting = all.filter { subject in
      subject.metric == options.metric ?? subject.metric
        && subject.source == options.source ?? subject.source
        && subject.budget == options.budget ?? subject.budget
    }
    guard fitting.isEmpty else { return fitting }
    try refuse(options.source, "source", among: all.map(\.source))
    try refuse(options.budget, "budget", among: all.map(\.budget))
    try refuse(options.metric, "metric", among: all.map(\.metric))
    throw Failure(
      .no, "\(store.path) has no scores\(all.isEmpty ? " yet" : " of all these at once").")
  }

  private static func refuse(_ word: String?, _ kind: String, among names: [String]) throws {
    guard let word, !names.contains(word), !names.isEmpty else { return }
    let known = Array(Set(names)).sorted()
    let meant = suggestion(for: word, among: known).map { "; did you mean \($0)?" }
    throw Failure(
      .noInput,
      "no \(kind) \"\(word)\" has scores" + (meant ?? ", only \(known.joined(separator: ", ")).")
    )
  }
}
