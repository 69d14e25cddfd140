import ArgumentParser
import Benchmark
import Tables
import Warehouse

struct ResumeCompute: Verb {
  static let configuration = CommandConfiguration(
    abstract: "Run again what has no result: what failed, and what was never run.",
    discussion: """
      Takes the tasks that "benchdb export-failures" would list, as far as they can be run here.

      Examples: benchdb resume-compute
                benchdb resume-compute --class infrastructure,timeout
      """)

  @Option(
    name: .customLong("class"),
    help: "Only tasks whose last run failed of these, with commas between.")
  var classes: String?

  @OptionGroup var limits: BudgetOptions
  @OptionGroup var pool: PoolOptions
  @OptionGroup var common: CommonOptions

  func run(in session: Session) throws {
    let run = PoolRun(
      session: session, options: pool, budget: limits.budget(try session.configuration()),
      again: true)
    try run.run(try tasks(in: session))
  }

  private func tasks(in session: Session) throws -> [TaskReference] {
    let store = try session.store()
    let query = try session.library(store).query("export-failures")
    return try classesAsked().flatMap { failureClass in
      var bindings = try query.bindings()
      if let failureClass {
        bindings["class"] = .text(failureClass.rawValue)
        bindings["missing"] = .integer(0)
      }
      return try TaskList(try store.table(query.sql, bindings: bindings)).tasks
    }
  }

  /// The classes asked for; nil stands for all of them and for what was never run.
  private func classesAsked() throws -> [FailureClass?] {
    guard let classes else { return [nil] }
    return try classes.split(separator: ",").map { word in
      guard let failureClass = FailureClass(rawValue: String(word)) else {
        let right = FailureClass.allCases.map(\.rawValue).joined(separator: ", ")
        throw Failure(.usage, "no run fails of \"\(word)\"; the classes are \(right).")
      }
      return failureClass
    }
  }
}
