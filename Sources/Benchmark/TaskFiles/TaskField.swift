/// What a task file says of a task, under the names that JSON Lines and CSV give it.
enum TaskField: String, CaseIterable {
  case id, framework, version, dataset, type, seed, fold, budget
  case openMLTaskID = "openml_task_id"
  /// What the dataset is called, where `dataset` is its OpenML id.
  case datasetName = "dataset_name"

  /// The order in which the original lists a task, and so do rows without names.
  static let original: [TaskField] = [.id, .framework, .dataset, .type, .seed]

  /// The field called `name`, in any case; `model` and `dataset_id` are the original's words.
  init?(named name: String) {
    switch name.lowercased() {
    case "model": self = .framework
    case "dataset_id": self = .dataset
    case let name: self.init(rawValue: name)
    }
  }
}

/// Where in a task file a task stands.
package enum TaskPlace: Sendable, Hashable {
  /// The line it begins on, from 1.
  case line(Int)
  /// Its place in a list, from 1, where lines mean nothing.
  case entry(Int)
}

extension TaskPlace: CustomStringConvertible {
  package var description: String {
    switch self {
    case .line(let number): "line \(number)"
    case .entry(let number): "task \(number)"
    }
  }
}
