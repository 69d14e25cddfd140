import Foundation
package import HTTP
import Tables

/// OpenML: its studies, tasks and datasets, asked for politely, and a folder that keeps the files.
package struct Catalog {
  let origin: Origin
  let transport: Transport
  let retry: Retry
  private let folder: String
  private let digest: (String) throws -> String

  /// - Parameters:
  ///   - folder: where files are kept; below it each host has its own.
  ///   - digest: gives the MD5 of a file, in small hexadecimal digits.
  package init(
    _ origin: Origin, over transport: Transport, keepingFilesIn folder: String,
    retry: Retry = Retry(attempts: 6), digest: @escaping (String) throws -> String
  ) {
    self.origin = origin
    self.transport = transport
    self.retry = retry
    self.folder = "\(folder)/\(origin.host.replacing(":", with: "_"))"
    self.digest = digest
  }

  // MARK: Single answers

  /// A study or suite, by its number, its alias, or the tag that its datasets bear.
  ///
  /// A study that lists tasks alone has the datasets of its tasks, in their order.
  package func study(_ name: String, inFlight: Int) throws -> OpenMLStudy {
    var study: OpenMLStudy
    do {
      study = try answer("study/\(encoded(name))") { try OpenMLStudy(study: $0, asked: name) }
    } catch let error as OpenMLError {
      guard case .none = error, let tagged = try? self.tagged(name) else { throw error }
      return tagged
    }
    if study.datasets.isEmpty {
      var seen: Set<Int> = []
      study.datasets = try tasks(study.tasks, inFlight: inFlight).map(\.dataset)
        .filter { seen.insert($0).inserted }
    }
    return study
  }

  /// The datasets that bear a tag; what was called study 14 once is the tag `study_14`.
  private func tagged(_ name: String) throws -> OpenMLStudy {
    let tag = Int(name) == nil ? name : "study_\(name)"
    return try answer("data/list/tag/\(encoded(tag))") { try OpenMLStudy(list: $0, tag: name) }
  }

  package func task(_ id: Int) throws -> OpenMLTask {
    try answer("task/\(id)") { try OpenMLTask($0) }
  }

  package func features(of dataset: Int) throws -> [DatasetFeature] {
    try answer("data/features/\(dataset)") { try DatasetFeature.all($0) }
  }

  /// The splits by which a task is judged.
  package func folds(of task: OpenMLTask) throws -> [Fold] {
    guard let url = task.splits else {
      throw OpenMLError.none("splits of task \(task.id)", message: "")
    }
    let file = try place("task-\(task.id)", "splits.arff")
    try run([
      Errand(
        origin.url(ofFile: url),
        into: PartialFile(file, md5: nil, digest: digest, progress: { _ in }),
        take: { [] }, fail: { throw $0 })
    ])
    guard let bytes = FileManager.default.contents(atPath: file) else {
      throw OpenMLError.file(file, reason: "it cannot be read")
    }
    return try Fold.all(Array(bytes), of: task.id)
  }

  private func answer<Answer>(
    _ path: String, _ read: @escaping (Reply) throws -> Answer
  ) throws -> Answer {
    var answer: Answer?
    try run([
      Errand(
        path, at: origin,
        take: {
          answer = try read($0)
          return []
        }, fail: { throw $0 })
    ])
    guard let answer else { throw OpenMLError.malformed(path, reason: "did not come") }
    return answer
  }

  private func run(_ errands: [Errand], inFlight: Int = 1) throws {
    try transport.run(
      Errands(errands, retry: retry, random: SystemRandomNumberGenerator()), inFlight: inFlight)
  }

  // MARK: Many answers

  private func tasks(_ ids: [Int], inFlight: Int) throws -> [OpenMLTask] {
    var tasks: [Int: OpenMLTask] = [:]
    try run(
      ids.map { id in
        Errand(
          "task/\(id)", at: origin,
          take: {
            tasks[id] = try OpenMLTask($0)
            return []
          }, fail: { throw $0 })
      }, inFlight: inFlight)
    return ids.compactMap { tasks[$0] }
  }

  /// A dataset without its data.
  package struct Listed: Sendable {
    package var description: DatasetDescription
    package var qualities: DatasetQualities
  }

  /// What OpenML says of datasets; of each, or why not.
  package func list(
    _ ids: [Int], inFlight: Int, progress: @escaping (Progress) -> Void
  ) throws -> [Int: Result<Listed, OpenMLError>] {
    let gathering = Gathering<Listed>(of: ids.count, progress)
    try run(
      ids.map { id in
        describe(id, gathering) { description in
          [
            Errand(
              "data/qualities/\(id)", at: origin,
              take: {
                gathering.note(
                  id,
                  .success(Listed(description: description, qualities: try DatasetQualities($0))))
                return []
              },
              // Nobody has counted yet.
              fail: { _ in
                gathering.note(
                  id, .success(Listed(description: description, qualities: DatasetQualities())))
              })
          ]
        }
      }, inFlight: inFlight)
    return gathering.results
  }

  /// A dataset whose ARFF file is here.
  package struct Fetched: Sendable {
    package var description: DatasetDescription
    /// The path of the file.
    package var file: String
  }

  /// Fetches the files of datasets, or what of them is not here; of each, or why not.
  ///
  /// - Parameter anew: fetch also what is here already and has no checksum to tell whether it is good.
  package func fetch(
    _ ids: [Int], anew: Bool = false, inFlight: Int, progress: @escaping (Progress) -> Void
  ) throws -> [Int: Result<Fetched, OpenMLError>] {
    let gathering = Gathering<Fetched>(of: ids.count, progress)
    try run(
      ids.map { id in
        describe(id, gathering) { description in
          try pick(description, anew: anew, gathering)
        }
      }, inFlight: inFlight)
    return gathering.results
  }

  /// Asks for a description, and for the columns where it names no target.
  private func describe<Found>(
    _ id: Int, _ gathering: Gathering<Found>,
    then next: @escaping (DatasetDescription) throws -> [Errand]
  ) -> Errand {
    Errand(
      "data/\(id)", at: origin,
      take: { reply in
        var description = try DatasetDescription(reply)
        guard description.targets.isEmpty else { return try next(description) }
        return [
          Errand(
            "data/features/\(id)", at: origin,
            take: { reply in
              description.targets = try DatasetFeature.all(reply).filter(\.isTarget).map(\.name)
              return try next(description)
            }, fail: { try gathering.fail(id, $0) })
        ]
      }, fail: { try gathering.fail(id, $0) })
  }

  private func pick(
    _ description: DatasetDescription, anew: Bool, _ gathering: Gathering<Fetched>
  ) throws -> [Errand] {
    let id = description.id
    let file = try place("data-\(id)", "data.arff")
    let fetched = Fetched(description: description, file: file)
    if FileManager.default.fileExists(atPath: file),
      try description.md5.map({ try $0 == digest(file) }) ?? !anew
    {
      gathering.note(id, .success(fetched))
      return []
    }
    let partial = try PartialFile(
      file, md5: description.md5, digest: digest, progress: { gathering.count(bytes: $0) })
    return [
      Errand(
        origin.url(ofFile: description.url), into: partial,
        take: {
          gathering.note(id, .success(fetched))
          return []
        }, fail: { try gathering.fail(id, $0) })
    ]
  }

  // MARK: The folder

  /// Where it is kept what became of a dataset; see `MadeDataset`.
  package func note(of dataset: Int) throws(OpenMLError) -> String {
    try place("data-\(dataset)", "table.json")
  }

  /// Where a file is kept; its folder is made.
  private func place(_ thing: String, _ name: String) throws(OpenMLError) -> String {
    let folder = "\(folder)/\(thing)"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw .file(folder, reason: "the folder cannot be made")
    }
    return "\(folder)/\(name)"
  }
}

/// How far a fetch has come.
package struct Progress: Sendable {
  package var done = 0
  package var total: Int
  package var bytes = 0
}

/// What came of many errands.
// Only the thread that runs the transport touches it.
private final class Gathering<Found> {
  private(set) var results: [Int: Result<Found, OpenMLError>] = [:]
  private var progress: Progress
  private let tell: (Progress) -> Void

  init(of total: Int, _ tell: @escaping (Progress) -> Void) {
    progress = Progress(total: total)
    self.tell = tell
  }

  func note(_ id: Int, _ result: Result<Found, OpenMLError>) {
    results[id] = result
    progress.done = results.count
    tell(progress)
  }

  func count(bytes: Int) {
    progress.bytes += bytes
    tell(progress)
  }

  /// One that did not come leaves the others be, unless nobody is there to ask.
  func fail(_ id: Int, _ error: OpenMLError) throws {
    if case .transport(.unreachable) = error { throw error }
    if case .denied = error { throw error }
    note(id, .failure(error))
  }
}
