import ArgumentParser
import Benchmark
import Compute
import Foundation
import Tables
import Warehouse

struct Local: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Run one framework on one dataset here, score it and record it.",
    discussion: """
      Reads datasets/<id>.csv and datasets/<id>_types.csv, keeps 30 % of the rows for the test as the \
      seed says, and runs the framework in a process of its own that never sees the test's labels. \
      A run that fails is recorded too, with its class.

      Example: benchdb local random-forest 61 classification 75
      """)

  @Argument(help: "A framework; \"benchdb frameworks\" lists them.")
  var model: String

  @Argument(help: ArgumentHelp("An OpenML id, or the name of a dataset of yours.", valueName: "id"))
  var dataset: String

  @Argument(help: "classification or regression.")
  var type: String

  @Argument(help: "From 0 to 4294967295; the same seed splits the same way.")
  var seed: Int

  @OptionGroup var limits: BudgetOptions

  @Option(
    help: ArgumentHelp(
      "A Python that has the framework's packages, instead of the environment made for it.",
      valueName: "file"))
  var python: String?

  @Flag(help: "Record nothing.")
  var noRecord = false

  @Flag(help: "Keep the folder that the run lived in, and say where it is.")
  var keep = false

  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    // First of all, so that no hour of work ends with nowhere to write it.
    let store = noRecord ? nil : try session.store(.readWrite)
    let adapter = try session.frameworks.adapter(offering: model)
    let environment = try session.frameworkEnvironment(for: adapter, python: python)
    let task = try task(version: environment.version, in: session)
    var runner = TaskRunner(
      datasets: DatasetFolder(path: "datasets"), environment: environment,
      temporaryFolder: session.temporaryFolder)
    runner.keepsFolder = keep
    let lease = ProcessorLease(task.budget.cores ?? 1, in: session.temporaryFolder)
    runner.processors = lease?.processors ?? []
    let startedAt = Date.now.formatted(.iso8601)
    let run = try Interruption.watching { isInterrupted in
      try runner.run(task, startedAt: startedAt, isCancelled: isInterrupted)
    }
    if let store {
      _ = try store.record(run, of: task, source: "local")
      try session.describe([task.dataset], of: runner.datasets, in: store)
    }
    try Output(session).print(row(of: run, task))
    try report(run)
  }

  private func task(version: String, in session: Session) throws -> BenchmarkTask {
    guard let type = ProblemType(rawValue: type) else {
      throw Failure(.usage, "no type \"\(type)\"; classification and regression are right.")
    }
    return BenchmarkTask(
      framework: Framework(name: model, version: version),
      dataset: try DatasetFolder.dataset(named: dataset), type: type, seed: seed,
      budget: limits.budget(try session.configuration()))
  }

  /// The run as the view `results` has it, with what only a run knows.
  private func row(of run: Run, _ task: BenchmarkTask) -> Table {
    let cells: [(String, Value)] = [
      ("framework", .text(task.framework.name)), ("version", .text(task.framework.version)),
      ("dataset", .text(task.dataset.name)), ("type", .text(task.type.rawValue)),
      ("seed", .integer(Int64(task.seed))), ("budget", .text(task.budget.name)),
      ("status", .text(run.outcome.status)), ("class", text(run.outcome.failureClass?.rawValue)),
      ("message", text(run.outcome.message)), ("started_at", text(run.startedAt)),
      ("duration", seconds(run.duration)), ("train_seconds", seconds(run.trainingTime)),
      ("predict_seconds", seconds(run.predictionTime)), ("cpu_seconds", seconds(run.cpuTime)),
      ("peak_memory_mb", run.peakMemoryMB.map(Value.real) ?? .null),
    ]
    let scores = run.scores.map { ($0.metric, Value.real($0.value)) }
    let all = cells + scores
    return Table(columns: all.map(\.0), rows: [all.map(\.1)])
  }

  private func report(_ run: Run) throws {
    guard let message = run.outcome.message else { return }
    let status = run.outcome.failureClass == .interrupted ? ExitStatus.interrupted : .no
    throw Failure(status, "\(model) on \(dataset) with seed \(seed) did not finish: \(message).")
  }
}

private func text(_ text: String?) -> Value {
  text.map(Value.text) ?? .null
}

private func seconds(_ duration: Duration?) -> Value {
  duration.map { .real($0 / .seconds(1)) } ?? .null
}
