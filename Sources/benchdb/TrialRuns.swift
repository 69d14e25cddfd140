import Benchmark
import Compute
import Foundation
import Tables

/// The runs of a trial, which prove that a framework works.
struct TrialRuns {
  private let runs: [(task: BenchmarkTask, run: Run)]

  /// Runs them, one after the other.
  ///
  /// - Parameter name: a framework to keep to; the adapter's own name means all that it offers.
  init(of environment: FrameworkEnvironment, only name: String, in session: Session) throws {
    let folder = "\(session.temporaryFolder)/benchdb-trial-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let adapter = environment.adapter
    let trial = Trial(of: adapter, in: folder)
    try trial.write()
    let runner = TaskRunner(
      datasets: DatasetFolder(path: folder), environment: environment, temporaryFolder: folder)
    let tasks = trial.tasks(version: environment.version)
      .filter { name == adapter.name || name == $0.framework.name }
    runs = try Interruption.watching { isInterrupted in
      try tasks.map { task in
        session.note("training \(task.framework.name), \(task.type.rawValue)")
        let run = try runner.run(
          task, startedAt: Date.now.formatted(.iso8601), isCancelled: isInterrupted)
        return (task, run)
      }
    }
  }

  /// A row a run, with its times and its scores.
  var table: Table {
    let metrics = ["acc", "logloss", "r2", "rmse"]
    let columns = [
      "framework", "version", "type", "status", "class", "duration", "train_seconds",
      "predict_seconds", "peak_memory_mb",
    ]
    return Table(
      columns: columns + metrics,
      rows: runs.map { task, run in
        let scores = metrics.map { metric in
          run.scores.first { $0.metric == metric }.map { Value.real($0.value) } ?? .null
        }
        return [
          .text(task.framework.name), .text(task.framework.version), .text(task.type.rawValue),
          .text(run.outcome.status), run.outcome.failureClass.map { .text($0.rawValue) } ?? .null,
          seconds(run.duration), seconds(run.trainingTime), seconds(run.predictionTime),
          run.peakMemoryMB.map(Value.real) ?? .null,
        ] + scores
      })
  }

  /// - Throws: `Failure` with `no`, or `interrupted`, and why the first that failed did.
  func report() throws {
    guard let failed = runs.first(where: { $0.run.outcome != .ok }) else { return }
    let outcome = failed.run.outcome
    let what = "\(failed.task.framework.name) did not train for \(failed.task.type.rawValue)"
    throw Failure(
      outcome.failureClass == .interrupted ? .interrupted : .no,
      "\(what): \(outcome.message ?? outcome.status).")
  }
}

private func seconds(_ duration: Duration?) -> Value {
  duration.map { .real($0 / .seconds(1)) } ?? .null
}
