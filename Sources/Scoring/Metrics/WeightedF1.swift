/// The F1 of each class against the rest, weighted by how many rows truly have the class.
///
/// **Edge cases**: a class never predicted, or predicted and never right, has an F1 of 0.
/// **Source**: scikit-learn `f1_score(average="weighted")`.
package struct WeightedF1: ClassificationMetric {
  package let name = "f1"
  package let title = "Weighted F1"
  package let direction = Direction.higher

  package init() {}

  package func score(_ predictions: ClassPredictions) -> Double {
    let confusion = ConfusionMatrix(of: predictions)
    let (support, predicted, correct) = (confusion.support, confusion.predicted, confusion.correct)
    let sum = support.indices.reduce(0.0) { sum, index in
      // 2 TP / (2 TP + FP + FN): precision and recall cancelled, so neither divides by zero.
      let either = support[index] + predicted[index]
      guard either > 0 else { return sum }
      return sum + support[index] * 2 * correct[index] / either
    }
    return sum / confusion.total
  }
}
