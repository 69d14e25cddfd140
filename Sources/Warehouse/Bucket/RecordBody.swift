internal import Benchmark

/// Reads what `out/results<ID>.json` holds, the record of a run.
struct RecordBody {
  /// Bytes that a record can have; its details are at most 64 KiB.
  private static let longest = 1 << 20

  /// Reads a run.
  ///
  /// - Returns: whether it is one that is ok.
  /// - Throws: `RowFault`, whatever the body is, where it is no record of the task that its key names.
  static func read(
    _ body: [UInt8], id: Int, into row: inout RunRow, by runs: inout RunWriter
  ) throws -> Bool {
    guard body.count <= longest else {
      throw RowFault("has \(body.count) bytes, where a record belongs")
    }
    let record: RunRecord
    do { record = try RunRecord(json: body) } catch { throw RowFault(error.description) }
    guard record.id == id else { throw RowFault("has the id \(record.id), not that of its key") }
    try fill(&row, with: record.run, metrics: runs.metrics)
    let task = record.task
    row.framework = try runs.names.framework(task.framework)
    row.dataset = try dataset(task.dataset, &runs.names)
    row.budget = try runs.names.budget(task.budget)
    row.type = task.type
    row.seed = task.seed
    row.fold = task.fold
    return record.run.outcome == .ok
  }

  private static func dataset(_ dataset: Dataset, _ names: inout Names) throws -> Int64 {
    guard let id = dataset.openMLID, dataset.name != dataset.stem else {
      return try names.dataset(dataset)
    }
    return try Array(dataset.name.utf8).withUnsafeBufferPointer { name in
      try names.dataset(openMLID: id, name: name)
    }
  }

  private static func fill(
    _ row: inout RunRow, with run: Run, metrics: MetricCatalog
  ) throws(RowFault) {
    for score in run.scores {
      guard let (metric, isNegated) = metrics.metric(score.metric) else {
        throw RowFault(
          "has a score of \"\(score.metric)\", which is no metric of the table metrics")
      }
      row.score(metric.id, isNegated ? -score.value : score.value)
    }
    row.ending = run.outcome.failureClass.map(RunRow.Ending.failed) ?? .ok
    row.message = run.outcome.message.map { row.keep($0) }
    row.startedAt = run.startedAt.map { row.keep($0) }
    row.duration = run.duration.map { $0 / .seconds(1) }
    row.trainSeconds = run.trainingTime.map { $0 / .seconds(1) }
    row.predictSeconds = run.predictionTime.map { $0 / .seconds(1) }
    row.cpuSeconds = run.cpuTime.map { $0 / .seconds(1) }
    row.peakMemoryMB = run.peakMemoryMB
    row.details = run.details.map { row.keep($0) }
  }
}
