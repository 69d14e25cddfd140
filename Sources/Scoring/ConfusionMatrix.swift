/// How often each class was taken for each, by the weights of the rows where they have such.
///
/// **Shape**: `counts[true][predicted]`, in the order of `classes`.
package struct ConfusionMatrix: Sendable, Equatable {
  package let classes: [String]
  package let counts: [[Double]]

  /// The confusion of the most probable class with the true one.
  package init(of predictions: ClassPredictions) {
    let size = predictions.classes.count
    let truth = predictions.truth
    var counts = [Double](repeating: 0, count: size * size)
    for (row, label) in predictions.labels.enumerated() {
      counts[truth[row] * size + label] += predictions.weights?[row] ?? 1
    }
    classes = predictions.classes
    self.counts = (0..<size).map { Array(counts[($0 * size)..<(($0 + 1) * size)]) }
  }

  /// How many rows truly have each class.
  package var support: [Double] {
    counts.map { $0.reduce(0, +) }
  }

  /// How many rows each class was predicted for.
  package var predicted: [Double] {
    classes.indices.map { column in counts.reduce(0) { $0 + $1[column] } }
  }

  /// How many rows of each class were predicted right.
  package var correct: [Double] {
    classes.indices.map { counts[$0][$0] }
  }

  package var total: Double {
    support.reduce(0, +)
  }
}
