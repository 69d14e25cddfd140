/// The share of rows whose most probable class is the true one.
///
/// **Source**: scikit-learn `accuracy_score`.
package struct Accuracy: ClassificationMetric {
  package let name = "acc"
  package let title = "Accuracy"
  package let direction = Direction.higher

  package init() {}

  package func score(_ predictions: ClassPredictions) -> Double {
    let confusion = ConfusionMatrix(of: predictions)
    return confusion.correct.reduce(0, +) / confusion.total
  }
}
