internal import Benchmark
internal import Tables

/// The original's `compiled_results.csv`: a row a run, the scores of the other problem type nan or empty.
///
/// Where its `study_<tag>_info.csv` files lie beside it, the plan they stand for is written too: the
/// original's four frameworks on every dataset with its ten seeds, at the ids that it counted them by.
struct Georgian: Importer {
  static let name = "georgian"
  static let summary =
    "the original's compiled_results.csv, with its plan where study_*_info.csv are"

  private static let scores = ["MSE", "R2_SCORE", "LOGLOSS", "F1_SCORE"]
  private static let required = ["ID", "MODEL", "DATASET_ID", "TYPE", "SEED"] + scores

  let recognised = "the original's compiled results"
  private(set) var notes: [String] = []

  private let id: Int
  private let columns: GeorgianColumns
  private let budget: Budget
  private let studies: [StudyFile]
  private let types: [String: ProblemType]
  private var row = RunRow()

  static func lack(of header: ImportHeader, metrics: MetricCatalog) -> String? {
    header.missing(required)
  }

  init(_ header: ImportHeader, options: ImportOptions, file: ImportFile, writer: inout RunWriter)
    throws
  {
    let indexes = try Self.required.map { try header.requiredColumn($0, file: file.name) }
    let metrics = try Self.scores.map { name in
      let (metric, isNegated) = try writer.metrics.required(name, file: file.name)
      return MetricColumn(
        index: try header.requiredColumn(name, file: file.name), metric: metric,
        isNegated: isNegated)
    }
    id = indexes[0]
    budget = options.budget(for: file)
    columns = GeorgianColumns(
      model: indexes[1], dataset: indexes[2], type: indexes[3], seed: indexes[4],
      metrics: metrics, budget: try writer.names.budget(budget))
    studies = try file.studies()
    types = options.studyTypes
  }

  mutating func read(_ record: CSVRecord, into writer: inout RunWriter) throws {
    row.clear()
    row.line = record.line
    row.originalID = try record.whole(id, called: "ID")
    try columns.read(record, into: &row, &writer.names)
    try writer.add(&row)
  }

  mutating func finish(in bulk: BulkWrite) throws {
    guard !studies.isEmpty else { return }
    let plan = try StudyPlan(studies, types: types, budget: budget, in: bulk)
    notes += try plan.write(in: bulk)
  }
}

extension ImportHeader {
  func requiredColumn(_ name: String, file: String) throws -> Int {
    guard let column = column(name) else {
      throw StoreError.unknownHeader(
        file: file, columns: names, reason: "there is no column \(name)")
    }
    return column
  }
}

extension MetricCatalog {
  func required(_ name: String, file: String) throws -> (metric: Metric, isNegated: Bool) {
    guard let found = metric(name) else { throw StoreError.unknownMetric(name, file: file) }
    return found
  }
}
