import Benchmark
import Compute
import Tables

/// Which of some tasks this machine can run, and with what.
struct Preparation {
  private let session: Session
  private let budget: Budget
  private let datasets = DatasetFolder(path: "datasets")
  private let stems: Set<String>
  private var runners: [String: Result<TaskRunner, ComputeError>] = [:]
  private(set) var entries: [Pool.Entry] = []
  /// Why others are left out, and how many for each reason.
  private(set) var leftOut: [String: Int] = [:]

  /// - Parameter budget: of tasks that come without one.
  init(_ references: [TaskReference], budget: Budget, in session: Session) {
    self.session = session
    self.budget = budget
    stems = Set(datasets.stems)
    for reference in references {
      do {
        entries.append(try entry(for: reference))
      } catch {
        leftOut[error.reason, default: 0] += 1
      }
    }
  }

  private struct Unfit: Error {
    var reason: String
  }

  private mutating func entry(for reference: TaskReference) throws(Unfit) -> Pool.Entry {
    let runner = try runner(for: reference.framework)
    let adapter = runner.environment.adapter
    guard adapter.types.contains(reference.type.rawValue) else {
      throw Unfit(reason: "\(reference.framework.name) does not solve \(reference.type.rawValue)")
    }
    guard reference.fold == 0 else { throw Unfit(reason: "a hold-out has no fold but 0") }
    let stem = reference.dataset.openMLID.map { String($0) } ?? reference.dataset.name
    guard stems.contains(stem) else {
      throw Unfit(reason: "\(datasets.path)/ has no \(stem).csv and \(stem)_types.csv")
    }
    let version = runner.environment.version
    let task = BenchmarkTask(
      framework: Framework(name: reference.framework.name, version: version),
      dataset: reference.dataset, type: reference.type, seed: reference.seed,
      budget: granted(reference.budget))
    return Pool.Entry(task: task, runner: runner)
  }

  private mutating func runner(for framework: Framework) throws(Unfit) -> TaskRunner {
    let result = runners[framework.name] ?? makeRunner(for: framework.name)
    runners[framework.name] = result
    let runner: TaskRunner
    do throws(ComputeError) {
      runner = try result.get()
    } catch {
      throw Unfit(reason: error.description)
    }
    let version = runner.environment.version
    guard framework.version.isEmpty || framework.version == version else {
      throw Unfit(
        reason: "\(framework.name) is here at version \(version), not \(framework.version)")
    }
    return runner
  }

  private func makeRunner(for name: String) -> Result<TaskRunner, ComputeError> {
    Result { () throws(ComputeError) in
      let adapter = try session.frameworks.adapter(offering: name)
      return TaskRunner(
        datasets: datasets,
        environment: try session.frameworkEnvironment(for: adapter, python: nil),
        temporaryFolder: session.temporaryFolder)
    }
  }

  /// The budget that a task names; one that says nothing of when to stop is stopped as `local` would.
  private func granted(_ named: Budget?) -> Budget {
    guard var granted = named, let soft = granted.softLimit else { return budget }
    granted.hardLimit = granted.hardLimit ?? soft * 2 + .seconds(60)
    return granted
  }
}

extension Preparation {
  /// Says what is left out.
  ///
  /// - Throws: `Failure` with `noInput` where nothing is left.
  func report() throws {
    let reasons = leftOut.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if entries.isEmpty, let first = reasons.first {
      let count = leftOut.values.reduce(0, +)
      throw Failure(
        .noInput, "none of \(counted(count, "task")) can be run here: \(first.key).")
    }
    for (reason, count) in reasons.prefix(10) {
      session.warn("\(counted(count, "task")) left out: \(reason)")
    }
    let more = reasons.dropFirst(10).map(\.value).reduce(0, +)
    if more > 0 { session.warn("\(counted(more, "task")) left out for other reasons") }
  }
}
