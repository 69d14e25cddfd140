import Benchmark
import HTTP
import OpenML
import Tables
import Warehouse

/// A download of datasets: what is not there is fetched, made into files, and made known.
struct Download {
  let session: Session
  let catalog: Catalog
  let files: DatasetFiles
  /// Nil where there is no warehouse.
  let store: Store?
  let jobs: Int
  let checkCancellation: () throws -> Void

  /// Brings datasets into the folder and the warehouse; what does not come does not stop the others.
  func datasets(_ ids: [Int]) throws -> DownloadOutcome {
    var outcome = DownloadOutcome()
    var missing: [Int] = []
    for id in ids {
      if !files.replacing, let made = files.made(id) {
        try know(id, made)
        outcome.there.append((id, made))
      } else {
        missing.append(id)
      }
    }
    do {
      let fetched = try fetch(missing, &outcome)
      for id in missing { try make(id, fetched[id], &outcome) }
    } catch HTTPError.cancelled {
      throw Failure(
        .interrupted,
        "stopped. \(counted(outcome.written.count + outcome.there.count, "dataset")) of "
          + "\(grouped(ids.count)) are in \(files.folder); run it again, and it goes on.")
    }
    return outcome
  }

  /// Writes a study's file and rows, if all of its datasets came that are of use.
  func study(_ study: OpenMLStudy, _ wanted: WantedStudy, _ outcome: inout DownloadOutcome) throws {
    let made = study.datasets.compactMap { id in outcome.made(id).map { (id, $0) } }
    guard !made.isEmpty, !study.datasets.contains(where: outcome.isAwaited) else { return }
    let shapes = made.map { id, made in DatasetShape(id, made) }
    do {
      try files.write(shapes, as: wanted.tag)
    } catch let failure as Failure where failure.status == .outputExists {
      outcome.refused.append(failure)
    }
    try store?.record(
      Study(
        openMLID: study.id, name: study.name, type: wanted.type, datasets: shapes.map(\.dataset)))
  }

  private func fetch(
    _ ids: [Int], _ outcome: inout DownloadOutcome
  ) throws -> [Int: Result<Catalog.Fetched, OpenMLError>] {
    guard !ids.isEmpty else { return [:] }
    var progress = ProgressLine(session)
    defer { progress.clear() }
    var bytes = 0
    defer { outcome.bytes += bytes }
    return try catalog.fetch(ids, anew: files.replacing, inFlight: jobs) { standing in
      bytes = standing.bytes
      progress.show(
        "\(grouped(standing.done)) of \(counted(standing.total, "dataset"))", done: bytes, of: nil)
    }
  }

  private func make(
    _ id: Int, _ fetched: Result<Catalog.Fetched, OpenMLError>?, _ outcome: inout DownloadOutcome
  ) throws {
    do {
      guard let fetched = try fetched?.get() else { return }
      let made = try files.make(fetched, check: checkCancellation)
      try know(id, made)
      for note in made.table.notes { session.note("dataset \(id), \(made.name): \(note)") }
      outcome.written.append((id, made))
    } catch let error as OpenMLError {
      if case .empty = error { session.warn(error.description) }
      outcome.faults.append((id, error))
    } catch let failure as Failure where failure.status == .outputExists {
      outcome.refused.append(failure)
    }
  }

  private func know(_ id: Int, _ made: MadeDataset) throws {
    try store?.describe(DatasetShape(id, made), columns: made.table.columns)
  }
}

extension DatasetShape {
  fileprivate init(_ id: Int, _ made: MadeDataset) {
    self.init(
      Dataset(openMLID: id, name: made.name), rows: made.table.rows,
      features: made.table.columns.count, classes: made.table.classes)
  }
}
