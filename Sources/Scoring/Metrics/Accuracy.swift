/// The share of rows whose most probable class is the true one.
///
/// **Source**: scikit-learn `accuracy_score`.
package struct Accuracy: ClassificationMetric {
  package let name = "acc"
  package let title = "Accuracy"
  package let direction = Direction.higher

  package init() {}

  package func score(_ predictions: ClassPredictions) -> Double {
    let right = zip(predictions.truth, predictions.labels).count { $0 == $1 }
    return Double(right) / Double(predictions.truth.count)
  }
}
