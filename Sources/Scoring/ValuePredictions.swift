/// Predicted numbers for the rows of a test, beside the true ones.
package struct ValuePredictions: Sendable, Equatable {
  package let values: [Double]
  package let truth: [Double]

  /// Checks and joins what was predicted and what is true.
  package init(values: [Double], truth: [Double]) throws(ScoringError) {
    guard !truth.isEmpty else { throw .noRows }
    guard values.count == truth.count else {
      throw .rowCount(values.count, expected: truth.count)
    }
    for (index, pair) in zip(values, truth).enumerated() {
      guard pair.0.isFinite, pair.1.isFinite else { throw .notFinite(row: index + 1) }
    }
    self.values = values
    self.truth = truth
  }

  /// True minus predicted, row by row.
  package var residuals: [Double] {
    zip(truth, values).map { $0 - $1 }
  }
}
