package import Benchmark

/// An engine that runs tasks elsewhere: it schedules, and a worker runs each of them there.
///
/// What it is handed at once is an array of tasks, a line of a manifest each. What came of a task is
/// where its worker writes; the engine knows whether the worker is still at it, and why it is not.
///
/// Errors are the engine's own, such as `AWSError` and `ComputeError`.
package protocol Backend: Sendable {
  /// The most tasks that an array may have here.
  var mostTasks: Int { get throws }

  /// Hands over an array and returns the engine's name for it.
  ///
  /// It may have been handed over before by somebody who did not live to tell: see `find(_:)`.
  func submit(_ array: TaskArray) throws -> String

  /// The engine's name for the array that was handed over under `name`; nil where none was.
  func find(_ name: String) throws -> String?

  /// How the tasks of arrays stand, as far as the engine says: by array, in the order given, and by
  /// position in it.
  ///
  /// - Complexity: calls as of the arrays, and of their tasks that changed.
  func survey(_ arrays: [SubmittedArray]) throws -> [[Int: TaskState]]

  /// Ends an array: its tasks that run are interrupted, its others are not begun.
  ///
  /// One that has ended is left as it is.
  func cancel(_ array: SubmittedArray) throws

  /// The end of what the worker of a task said, beside the task's own log; nil where nothing is kept.
  func log(of position: Int, in array: SubmittedArray) throws -> String?
}

/// Tasks with one budget that are handed to an engine at once.
package struct TaskArray: Sendable, Hashable {
  /// Unlike that of any other array: letters, digits and hyphens.
  package var name: String
  /// Where its manifest is: `s3://BUCKET/KEY`, or an absolute path.
  package var manifest: String
  /// How many lines the manifest has; at least one.
  package var count: Int
  /// What each of them may use.
  package var budget: Budget
  /// What its workers find in their environment beside the manifest's place.
  package var variables: [String: String]
  /// How many may run at once; nil for as many as the engine has room for.
  package var width: Int?

  package init(
    name: String, manifest: String, count: Int, budget: Budget, variables: [String: String] = [:],
    width: Int? = nil
  ) {
    self.name = name
    self.manifest = manifest
    self.count = count
    self.budget = budget
    self.variables = variables
    self.width = width
  }
}

/// An array that an engine has, and what of it is not known to have ended.
package struct SubmittedArray: Sendable, Hashable {
  /// The name under which it was handed over.
  package var name: String
  /// The engine's name for it.
  package var id: String
  package var manifest: String
  package var count: Int
  /// The positions of the tasks that were running when it was last looked at.
  package var running: Set<Int>
  /// The positions of those that have not ended, running or not.
  package var open: Set<Int>

  package init(
    name: String, id: String, manifest: String, count: Int, running: Set<Int>, open: Set<Int>
  ) {
    self.name = name
    self.id = id
    self.manifest = manifest
    self.count = count
    self.running = running
    self.open = open
  }
}

/// How a task stands that an engine was handed.
package enum TaskState: Sendable, Hashable {
  /// The engine has it and has not begun it.
  case waiting
  /// A worker has it; since when as `Run` has it, where the engine says.
  case running(since: String?)
  /// Its worker did what it was there for: what came of it lies where workers write.
  case ended
  /// It ended otherwise: how, as a run, unless its worker managed to write of it.
  case failed(Run)
}
