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
                benchdb resume-compute --class memory --scale-memory 2
      """)

  @Option(
    name: .customLong("class"),
    help: "Only tasks whose last run failed of these, with commas between.")
  var classes: String?

  @Option(
    help: ArgumentHelp(
      "Give tasks whose last run failed of memory that many times as much, as a budget of its own.",
      valueName: "factor"))
  var scaleMemory: Double?

  @OptionGroup var limits: BudgetOptions
  @OptionGroup var pool: PoolOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    if let scaleMemory, !(1...100).contains(scaleMemory) {
      throw ValidationError("--scale-memory is a factor from 1 to 100")
    }
  }

  func run(in session: Session) throws {
    let run = PoolRun(
      session: session, options: pool, budget: limits.budget(try session.configuration()),
      again: true)
    let tasks = try classesAsked().flatMap { try self.tasks(of: $0, in: session) }
    try run.run(try scaled(tasks, in: session))
  }

  /// The tasks without a result; with a class, those alone whose last run failed of it.
  private func tasks(of failureClass: FailureClass?, in session: Session) throws -> [TaskReference]
  {
    let store = try session.store()
    let query = try session.library(store).query("export-failures")
    var bindings = try query.bindings()
    if let failureClass {
      bindings["class"] = .text(failureClass.rawValue)
      bindings["missing"] = .integer(0)
    }
    return try TaskList(try store.table(query.sql, bindings: bindings)).tasks
  }

  /// The tasks, with more memory for those that failed of it.
  ///
  /// A budget is part of what a task is: with more memory it is another task, and the first one stays
  /// failed. One that had more memory already, and too little still, is not run with that again.
  private func scaled(_ tasks: [TaskReference], in session: Session) throws -> [TaskReference] {
    guard let scaleMemory else { return tasks }
    let short = Set(try self.tasks(of: .memory, in: session).map(\.unnumbered))
    return tasks.compactMap { task in
      guard short.contains(task.unnumbered),
        let budget = task.budget?.withMemory(times: scaleMemory)
      else { return task }
      var larger = task.unnumbered
      larger.budget = budget
      return short.contains(larger) ? nil : larger
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

extension TaskReference {
  /// The task itself, whatever number a list gave it.
  fileprivate var unnumbered: TaskReference {
    var task = self
    task.id = nil
    return task
  }
}
