/// The mean over classes of the share of their rows that were predicted right.
///
/// **Edge cases**: a class that no test row has counts for nothing; it is not adjusted for chance.
/// **Source**: scikit-learn `balanced_accuracy_score`.
package struct BalancedAccuracy: ClassificationMetric {
  package let name = "balacc"
  package let title = "Balanced accuracy"
  package let direction = Direction.higher

  package init() {}

  package func score(_ predictions: ClassPredictions) -> Double {
    let confusion = ConfusionMatrix(of: predictions)
    let recalls = zip(confusion.correct, confusion.support).filter { $0.1 > 0 }
      .map { $0 / $1 }
    return recalls.reduce(0, +) / Double(recalls.count)
  }
}
