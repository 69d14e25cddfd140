import Benchmark
import Compute
import Foundation
import Tables

/// The tasks of a manifest, run on this machine, with a store for what comes of them.
struct WorkerRun {
  let manifest: Manifest
  let job: String
  let store: any ObjectStore
  /// The file that is told of each task, if any.
  let state: String?
  let session: Session
  let isInterrupted: @Sendable () -> Bool

  private let layout = BucketLayout(folder: "")

  init(
    manifest: Manifest, job: String, store: any ObjectStore, state: String?, session: Session,
    isInterrupted: @escaping @Sendable () -> Bool
  ) {
    self.manifest = manifest
    self.job = job
    self.store = store
    self.state = state
    self.session = session
    self.isInterrupted = isInterrupted
  }

  /// Runs a line's task and writes what came of it, whatever that is.
  ///
  /// - Throws: `Failure` with `tryAgain` where it could not be written, with `interrupted` after a request
  ///   to end; `BenchmarkError` for a line that cannot be meant.
  func run(_ index: Int) throws {
    let entry = try manifest.entry(index)
    try tell(["index": .integer(Int64(index)), "state": .text("running"), "at": .text(now)])
    let startedAt = now
    let log = LogStream(to: store, key: layout.runningKey(id: entry.id), heading: entry.logLine)
    var run = attempt(entry.task, into: log)
    log.end()
    run.startedAt = startedAt
    do {
      try write(run, of: entry, index)
    } catch {
      let reason = Failure(error)?.sentence ?? "\(error)"
      throw Failure(.tryAgain, "what came of \(entry.logLine) could not be written: \(reason)")
    }
    let reason = run.outcome.failureClass?.rawValue
    try tell([
      "index": .integer(Int64(index)), "state": .text(reason == nil ? "ok" : "failed"),
      "class": reason.map(JSONValue.text) ?? .null, "at": .text(now),
    ])
    session.note(
      "\(entry.logLine) \(run.outcome.status)\(run.outcome.message.map { ": \($0)" } ?? "")")
    if isInterrupted() { throw Failure(.interrupted, "stopped; what there was is written.") }
  }

  private var now: String { Date.now.formatted(.iso8601) }

  /// Tells the file of states.
  private func tell(_ line: JSONValue) throws {
    guard let state else { return }
    let file = open(state, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw Failure(unwritable: state, errno) }
    defer { close(file) }
    let bytes = Array((line.text + "\n").utf8)
    guard Foundation.write(file, bytes, bytes.count) == bytes.count else {
      throw Failure(unwritable: state, errno)
    }
  }
}

// MARK: - Running

extension WorkerRun {
  /// A run of the task; what keeps it from being tried is a failed run too.
  private func attempt(_ task: BenchmarkTask, into log: LogStream) -> Run {
    do {
      var runner = try runner(for: task)
      runner.hear = { log.append($0) }
      let lease = ProcessorLease(task.budget.cores ?? 1, in: session.temporaryFolder)
      runner.processors = lease?.processors ?? []
      return try runner.run(task, startedAt: now, isCancelled: isInterrupted)
    } catch {
      let sentence = Failure(error)?.sentence ?? "\(error)"
      if isInterrupted() { return Run(outcome: .killed(.interrupted, sentence)) }
      return Run(outcome: .failed(Self.failureClass(of: error), sentence))
    }
  }

  /// Whose fault it is that a task cannot be tried: another machine changes nothing about its data.
  private static func failureClass(of error: any Error) -> FailureClass {
    switch error {
    case ComputeError.noDataset, ComputeError.data, ComputeError.unsafeName, ComputeError.seed,
      ComputeError.type:
      .data
    default: .infrastructure
    }
  }

  private func runner(for task: BenchmarkTask) throws -> TaskRunner {
    guard task.fold == 0 else { throw ComputeError.data("a hold-out has no fold but 0") }
    let datasets = try DatasetCache(in: session.environment.cacheFolder + "/datasets")
      .folder(with: task.dataset, of: store)
    let environment = try environment(for: task.framework)
    return TaskRunner(
      datasets: datasets, environment: environment, temporaryFolder: session.temporaryFolder)
  }

  private func environment(for framework: Framework) throws -> FrameworkEnvironment {
    let adapter = try adapter(offering: framework.name)
    let environment: FrameworkEnvironment
    do {
      environment = try session.frameworkEnvironment(for: adapter, python: nil)
    } catch ComputeError.notSetUp {
      environment = try setUp(adapter)
    }
    guard ["", environment.version].contains(framework.version) else {
      throw Failure(
        .configuration,
        "\(framework.name) is here at version \(environment.version), not \(framework.version)")
    }
    return environment
  }

  /// The user's own adapter beside the manifest's folder, else one of this binary.
  private func adapter(offering framework: String) throws -> Adapter {
    if let shared = store as? FolderStore {
      return try FrameworkCatalog(userFolder: shared.root + "frameworks")
        .adapter(offering: framework)
    }
    let own = "\(session.temporaryFolder)/benchdb-frameworks-\(getuid())-\(job)"
    let isName = !framework.isEmpty && !framework.hasPrefix(".") && !framework.contains("/")
    for name in ["adapter.py", "requirements.txt"] where isName {
      guard let bytes = try store.get("frameworks/\(framework)/\(name)") else { break }
      try FolderStore(path: own).put(bytes, to: "\(framework)/\(name)")
    }
    return try FrameworkCatalog(userFolder: own).adapter(offering: framework)
  }

  /// Makes the environment, or waits until another worker on this machine has made it.
  private func setUp(_ adapter: Adapter) throws -> FrameworkEnvironment {
    let folder = session.environmentsFolder
    try File.makeFolder(folder)
    let lock = open("\(folder)/\(adapter.name).lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o644)
    guard lock >= 0 else { throw Failure(unwritable: "\(folder)/\(adapter.name).lock", errno) }
    defer { close(lock) }
    flock(lock, LOCK_EX)
    if let made = try? FrameworkEnvironment.made(for: adapter, in: folder) { return made }
    return try session.setup(of: adapter).run(progress: session.note, isCancelled: isInterrupted)
  }
}

// MARK: - Writing

extension WorkerRun {
  /// Writes log, record and result, in this order: whoever sees the one has those before it.
  private func write(_ run: Run, of entry: ManifestEntry, _ index: Int) throws {
    let passed = run.outcome == .ok
    let stamp = (run.startedAt ?? "").filter(\.isNumber)
    let ending = run.outcome.message.map { "benchdb: \(run.outcome.status): \($0)\n" } ?? ""
    let text = [run.log ?? "", ending].filter { !$0.isEmpty }.joined(separator: "\n")
    try store.put(
      Array("\(entry.logLine)\n\(text)".utf8),
      to: layout.logKey(of: entry.task, passed: passed, stamp: stamp))
    let record = RunRecord(
      id: entry.id, task: entry.task, run: run, host: Machine.name, worker: BenchDB.version,
      job: job, index: index)
    try store.put(Array(record.json.utf8), to: layout.recordKey(id: entry.id))
    if passed {
      try store.put(Array(record.originalLine.utf8), to: layout.resultKey(id: entry.id))
    }
    // A role may lack the right to delete; sync knows by the record that the run has ended.
    try? store.remove(layout.runningKey(id: entry.id))
  }
}
