/// The area under the receiver operating characteristic: how likely a row of the class gets a higher
/// probability than a row without it, ties counting half.
///
/// Two classes give one area, for the second class; more give the unweighted mean of each class
/// against the rest.
///
/// **Edge cases**: undefined when a class has no row in the test or has them all, as the mean over
/// the other classes would be another measure under the same name.
/// **Source**: scikit-learn `roc_auc_score(multi_class="ovr", average="macro")`, by way of the
/// Mann-Whitney statistic (Hanley and McNeil, Radiology 143, 1982).
/// - Complexity: O(classes · n log n).
package struct AUC: ClassificationMetric {
  package let name = "auc"
  package let title = "Area under the ROC curve"
  package let direction = Direction.higher

  package init() {}

  package func score(_ predictions: ClassPredictions) throws(ScoringError) -> Double {
    let columns = predictions.classes.count == 2 ? 1..<2 : predictions.classes.indices
    var sum = 0.0
    for column in columns {
      sum += try area(of: column, in: predictions)
    }
    return sum / Double(columns.count)
  }

  private func area(
    of column: Int, in predictions: ClassPredictions
  ) throws(ScoringError) -> Double {
    let rows = zip(predictions.probabilities, predictions.truth)
      .map { (score: $0[column], positive: $1 == column) }
      .sorted { $0.score < $1.score }
    let positives = rows.count(where: \.positive)
    let negatives = rows.count - positives
    guard positives > 0, negatives > 0 else {
      let quantity = positives == 0 ? "no" : "every"
      let name = predictions.classes[column]
      throw .undefined(metric: self.name, reason: "\(quantity) test row has class \"\(name)\"")
    }
    return Double(doubledWins(rows)) / 2 / (Double(positives) * Double(negatives))
  }

  /// Twice the pairs that a positive row wins against a negative one, a tie counting one, over rows
  /// in order of score.
  private func doubledWins(_ rows: [(score: Double, positive: Bool)]) -> Int {
    var (wins, below, start) = (0, 0, 0)
    while start < rows.count {
      let tie = rows[start...].prefix { $0.score == rows[start].score }
      let positives = tie.count(where: \.positive)
      let negatives = tie.count - positives
      wins += positives * (2 * below + negatives)
      below += negatives
      start = tie.endIndex
    }
    return wins
  }
}
