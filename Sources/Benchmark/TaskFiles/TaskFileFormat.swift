/// How a list of tasks can be written.
package enum TaskFileFormat: String, Sendable, CaseIterable {
  /// An object a task and line.
  case jsonl
  /// A line a task, under a header.
  case csv
  /// The original's `tests.dat`: a list of `[id, model, dataset_id, type, seed]`, which holds no more.
  case pickle
  /// A benchmark definition for AMLB, with the commands that run it.
  case amlb

  /// The format that a file's name asks for by its ending; nil for an ending that says nothing.
  package init?(forFile path: String) {
    switch path.split(separator: ".").last?.lowercased() {
    case "jsonl", "ndjson": self = .jsonl
    case "csv": self = .csv
    case "dat", "pickle", "pkl": self = .pickle
    case "yaml", "yml": self = .amlb
    default: return nil
    }
  }
}
