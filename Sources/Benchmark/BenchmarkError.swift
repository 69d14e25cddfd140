package import Tables

/// What can be wrong with planned work.
package enum BenchmarkError: Error, Equatable {
  /// A split needs a row to train on and a row to test on; this many have a target.
  case tooFewRows(Int)
  /// A class has but one row, or there are more classes than rows to train or to test on.
  case notStratifiable(rows: Int, classes: Int, fewest: Int)
  /// A task of a task file cannot be meant.
  case malformedTask(TaskPlace, reason: String)
  /// A task file breaks the rules of its format.
  case unreadableTasks(TablesError)
  /// A file of another kind, where a task file belongs.
  case notTasks(String)
  /// A manifest has no line of that index, which is from 0.
  case noEntry(Int, count: Int)
  /// A record of a run cannot be meant.
  case malformedRecord(String)
  /// What the tasks say cannot be said in the format.
  case unwritableTasks(TaskFileFormat, reason: String)
}

extension BenchmarkError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooFewRows(let count):
      "\(count) rows have a target, a split needs at least 2"
    case .notStratifiable(let rows, let classes, let fewest):
      "\(counted(rows, "row")) of \(counted(classes, "class")), the rarest with \(fewest), cannot be "
        + "split with a share of each on both sides"
    case .malformedTask(let place, let reason):
      "\(place) \(reason)"
    case .unreadableTasks(let error):
      error.description
    case .notTasks(let reason):
      reason
    case .noEntry(let index, let count):
      "the manifest has \(counted(count, "task")), none with the index \(index)"
    case .malformedRecord(let reason):
      reason
    case .unwritableTasks(let format, let reason):
      "\(format.rawValue) cannot hold these tasks: \(reason)"
    }
  }
}
