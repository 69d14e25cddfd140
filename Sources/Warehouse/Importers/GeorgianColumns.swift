internal import Benchmark
internal import Tables

/// The columns that the original has of a run, in its compiled_results.csv and in a result of its bucket.
struct GeorgianColumns {
  var model: Int
  var dataset: Int
  var type: Int
  var seed: Int
  var metrics: [MetricColumn]
  var budget: Int64

  /// Reads a run, all but its ID; one without a score has failed.
  ///
  /// - Throws: `RowFault`; `row` is of no use then.
  func read(_ record: CSVRecord, into row: inout RunRow, _ names: inout Names) throws {
    try record.require(model, called: "MODEL")
    let number = try record.whole(dataset, called: "DATASET_ID")
    row.type = try record.problemType(type, called: "TYPE")
    row.seed = try record.whole(seed, called: "SEED")
    row.budget = budget
    for column in metrics {
      let score = try record.score(column.index, called: column.metric.name)
      if let score { row.score(column.metric.id, column.score(score)) }
    }
    if row.scores.isEmpty {
      row.ending = .failed(.unknown)
      row.message = row.keep("no score")
    }
    row.framework = try record.withBytes(of: model) {
      try names.framework($0, version: UnsafeBufferPointer(start: nil, count: 0))
    }
    row.dataset = try names.dataset(openMLID: number)
  }
}
