import AWS
import ArgumentParser
import Benchmark
import Foundation
import HTTP
import OpenML
import Tables
import Warehouse

struct DownloadData: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Fetch studies of datasets from OpenML.",
    discussion: """
      Writes datasets/<id>.csv, datasets/<id>_types.csv and datasets/study_<study>_info.csv, and makes \
      datasets and studies known to the warehouse, if there is one. It can be stopped at any moment and goes on \
      where it was.

      Examples: benchdb download-data
                benchdb download-data --study 135:classification 130:regression
                benchdb download-data --only 61
      """)

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Studies of OpenML's, by number, alias or tag, with their type; else as configured.",
      valueName: "135:classification"))
  var study: [WantedStudy] = []

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "These datasets alone; without --study, of whatever study.", valueName: "id"))
  var only: [Int] = []

  @Option(
    name: [.customShort("j"), .long], help: ArgumentHelp("Requests at once.", valueName: "count"))
  var jobs = 4

  @Flag(name: [.customShort("n"), .long], help: "Only list the datasets.")
  var dryRun = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (1...32).contains(jobs) else { throw ValidationError("--jobs is from 1 to 32") }
    guard only.allSatisfy({ $0 > 0 }) else {
      throw ValidationError("--only takes OpenML ids, which are whole numbers from 1")
    }
  }

  func run(in session: Session) throws {
    // First of all, so that no hour of work ends with nowhere to write it.
    let store = dryRun ? nil : try writableStore(in: session)
    let configuration = try session.configuration()
    let wanted = study.isEmpty && only.isEmpty ? configuration.wantedStudies : study
    try Interruption.watching { isInterrupted in
      let transport = Transport(
        TransportOptions(session.environment, caBundle: nil), isCancelled: isInterrupted)
      let catalog = try catalog(session, configuration, over: transport)
      var studies: [(OpenMLStudy, WantedStudy)] = []
      for wanted in wanted {
        studies.append((try catalog.study(wanted.name, inFlight: jobs), wanted))
      }
      let ids = try chosen(from: studies.map(\.0))
      let download = Download(
        session: session, catalog: catalog,
        files: DatasetFiles(catalog: catalog, replacing: common.force), store: store, jobs: jobs,
        checkCancellation: { try transport.checkCancellation() })
      if dryRun { return try list(ids, by: download) }
      try carryOut(download, ids, studies)
    }
  }

  private func carryOut(
    _ download: Download, _ ids: [Int], _ studies: [(OpenMLStudy, WantedStudy)]
  ) throws {
    let start = ContinuousClock.now
    var outcome = try download.datasets(ids)
    if only.isEmpty {
      for (study, wanted) in studies { try download.study(study, wanted, &outcome) }
    }
    download.session.note(
      outcome.sentence(in: download.files.folder, after: start.duration(to: .now)))
    try outcome.raise()
  }

  private func writableStore(in session: Session) throws -> Store? {
    do {
      return try session.store(.readWrite)
    } catch StoreError.noWarehouse {
      session.note("there is no warehouse at \(session.path); only files are written")
      return nil
    }
  }

  private func catalog(
    _ session: Session, _ configuration: Configuration, over transport: Transport
  ) throws -> Catalog {
    let key = configuration.text(.openMLKey)
    let origin = try Origin(
      api: session.environment["BENCHDB_OPENML_URL"] ?? Origin.standard,
      key: key.isEmpty ? nil : key)
    return Catalog(
      origin, over: transport, keepingFilesIn: session.environment.cacheFolder + "/openml"
    ) { path in
      let digest = Digest(.md5)
      guard let file = FileHandle(forReadingAtPath: path) else {
        throw Failure(.disk, "\(path) cannot be read.")
      }
      while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
        piece.withUnsafeBytes { digest.update($0) }
      }
      return Digest.hexadecimal(digest.finish())
    }
  }

  /// The datasets of the studies, each once; those of `--only` alone if there are such.
  private func chosen(from studies: [OpenMLStudy]) throws -> [Int] {
    var seen: Set<Int> = []
    let listed = studies.flatMap(\.datasets).filter { seen.insert($0).inserted }
    guard !only.isEmpty else { return listed }
    if !studies.isEmpty, let stray = only.first(where: { !seen.contains($0) }) {
      throw Failure(.noInput, "no dataset \(stray) in the studies.")
    }
    var chosen: Set<Int> = []
    return only.filter { chosen.insert($0).inserted }
  }

  private func list(_ ids: [Int], by download: Download) throws {
    var progress = ProgressLine(download.session)
    defer { progress.clear() }
    let listed = try download.catalog.list(ids, inFlight: jobs) { standing in
      progress.show(
        "\(grouped(standing.done)) of \(counted(standing.total, "dataset"))", done: 0, of: nil)
    }
    progress.clear()
    let rows = try ids.compactMap { id throws(OpenMLError) -> [Value]? in
      guard let entry = try listed[id]?.get() else { return nil }
      let isThere = download.files.made(id) != nil
      let numbers = [entry.qualities.rows, entry.qualities.columns, entry.qualities.classes]
      return [.integer(Int64(id)), .text(entry.description.name)]
        + numbers.map { $0.map { .integer(Int64($0)) } ?? .null } + [
          .text(isThere ? "there" : "new")
        ]
    }
    try Output(download.session).print(
      Table(
        columns: ["dataset_id", "name", "rows", "features", "classes", "state"], rows: rows))
  }
}
