package import Benchmark
import Foundation
import Scoring
import Tables

/// Runs tasks on this machine, one at a time, and judges what comes of them.
package struct TaskRunner: Sendable {
  package var datasets: DatasetFolder
  package var environment: FrameworkEnvironment
  /// Below which each job gets a private folder for as long as it runs.
  package var temporaryFolder: String
  /// The PATH that adapters are given.
  package var searchPath = Self.systemPath
  /// The processors that a run may use; all of ours where there are none.
  package var processors: [Int] = []
  /// Hears what a run prints, as it comes.
  package var hear: (@Sendable (ArraySlice<UInt8>) -> Void)?
  /// Leaves the job's folder and says where it is; for looking into a failure.
  package var keepsFolder = false

  /// Where a system keeps its programs.
  package static let systemPath = "/usr/local/bin:/usr/bin:/bin"

  package init(
    datasets: DatasetFolder, environment: FrameworkEnvironment, temporaryFolder: String
  ) {
    self.datasets = datasets
    self.environment = environment
    self.temporaryFolder = temporaryFolder
  }

  /// Runs `task` once; a failure is a run too, only what keeps it from being tried is thrown.
  ///
  /// - Parameters:
  ///   - startedAt: the time now, as `Run` has it.
  ///   - isCancelled: asked five times a second; true ends the run.
  package func run(
    _ task: BenchmarkTask, startedAt: String, isCancelled: () -> Bool = { false }
  ) throws(ComputeError) -> Run {
    precondition(task.fold == 0, "a hold-out has one fold")
    guard environment.adapter.types.contains(task.type.rawValue) else {
      throw .type(
        task.type.rawValue, framework: task.framework.name, solves: environment.adapter.types)
    }
    var run: Run
    do {
      let job = try Job(task, on: datasets.data(of: task.dataset))
      run = try attempt(job, within: task.budget, isCancelled)
    } catch .data(let reason) {
      run = Run(outcome: .failed(.data, reason))
    } catch .cannotStart(let program, let reason) {
      run = Run(outcome: .failed(.infrastructure, "\(program) does not start: \(reason)"))
    } catch .file(let path, let reason) {
      run = Run(outcome: .failed(.infrastructure, "\(path): \(reason)"))
    }
    run.startedAt = startedAt
    return run
  }

  private func attempt(
    _ job: Job, within budget: Budget, _ isCancelled: () -> Bool
  ) throws(ComputeError) -> Run {
    let folder = try JobFolder(in: temporaryFolder)
    defer { if !keepsFolder { folder.remove() } }
    try folder.write(job, adapter: environment.adapter)
    let ending = try program(for: job, in: folder, within: budget).run(isCancelled: isCancelled)
    var run = Run(
      outcome: ending.failure ?? .ok, duration: ending.duration, cpuTime: ending.cpuTime,
      peakMemoryMB: ending.peakMemoryMB, log: ending.log)
    if run.outcome == .ok { judge(job, in: folder, &run) }
    if keepsFolder { run.note("the job is kept in \(folder.path)") }
    return run
  }

  /// Adds what the adapter wrote to a run that ended well, or why it cannot be used.
  private func judge(_ job: Job, in folder: JobFolder, _ run: inout Run) {
    do {
      let card = try job.score(predictions(in: folder, job))
      run.scores = card.entries.map { Score(metric: $0.metric, value: $0.value) }
      for reason in card.undefined { run.note(reason.description) }
      let report = folder.bytes(job.order.report).flatMap(JobReport.init)
      run.trainingTime = report?.trainingTime
      run.predictionTime = report?.predictionTime
      run.details = report?.details
    } catch {
      run.outcome = .failed(.framework, error.description)
    }
  }

  private func predictions(in folder: JobFolder, _ job: Job) throws(ComputeError) -> Table {
    let name = job.order.predictions
    guard let bytes = folder.bytes(name) else {
      throw .predictions("it exited with status 0 and wrote no \(name)")
    }
    do {
      return try Table(csv: bytes)
    } catch {
      throw .predictions("\(name): \(error.description)")
    }
  }
}

// MARK: - The program

extension TaskRunner {
  private func program(for job: Job, in folder: JobFolder, within budget: Budget) -> Subprocess {
    let adapter = environment.adapter
    let path =
      switch adapter.origin {
      case .builtIn: "\(folder.path)/\(adapter.program)"
      case .folder(let own): "\(own)/\(adapter.program)"
      }
    var program = Subprocess(
      program: environment.interpreter ?? path,
      arguments: environment.interpreter == nil ? ["job.json"] : [path, "job.json"],
      folder: folder.path)
    program.environment = variables(for: job, in: folder)
    program.timeLimit = budget.hardLimit
    program.memoryLimitMB = budget.memoryMB
    program.processors = processors
    program.hear = hear
    program.scratch = keepsFolder ? nil : folder.path
    return program
  }

  /// All that an adapter inherits: no secret, no setting of the user's, a home that is cleared away.
  private func variables(for job: Job, in folder: JobFolder) -> [String: String] {
    var variables = [
      "PATH": searchPath,
      "HOME": folder.path,
      "TMPDIR": "\(folder.path)/tmp",
      "LANG": "C.UTF-8",
      // Sets and dictionaries of text are walked in the same order each time.
      "PYTHONHASHSEED": String(job.order.seed),
      "PYTHONUNBUFFERED": "1",
      "PYTHONDONTWRITEBYTECODE": "1",
    ]
    // Where the module for adapters lies, also when the adapter's own folder is another.
    if environment.adapter.isPython { variables["PYTHONPATH"] = folder.path }
    guard let cores = job.order.cores else { return variables }
    for library in ["OMP", "OPENBLAS", "MKL"] {
      variables["\(library)_NUM_THREADS"] = String(cores)
    }
    return variables
  }
}

extension Run {
  /// Adds a line of ours to the log.
  fileprivate mutating func note(_ line: String) {
    let text = log ?? ""
    log = text + (text.isEmpty || text.hasSuffix("\n") ? "" : "\n") + "benchdb: \(line)\n"
  }
}
