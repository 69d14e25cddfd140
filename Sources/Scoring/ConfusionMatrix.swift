/// How often each class was taken for each.
///
/// **Shape**: `counts[true][predicted]`, in the order of `classes`.
package struct ConfusionMatrix: Sendable, Equatable {
  package let classes: [String]
  package let counts: [[Int]]

  /// The confusion of the most probable class with the true one.
  package init(of predictions: ClassPredictions) {
    let empty = predictions.classes.map { _ in 0 }
    var counts = predictions.classes.map { _ in empty }
    for (truth, label) in zip(predictions.truth, predictions.labels) {
      counts[truth][label] += 1
    }
    classes = predictions.classes
    self.counts = counts
  }

  /// How many rows truly have each class.
  package var support: [Int] {
    counts.map { $0.reduce(0, +) }
  }

  /// How many rows each class was predicted for.
  package var predicted: [Int] {
    classes.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
  }

  /// How many rows of each class were predicted right.
  package var correct: [Int] {
    classes.indices.map { counts[$0][$0] }
  }

  package var total: Int {
    support.reduce(0, +)
  }
}
