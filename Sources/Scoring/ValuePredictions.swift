/// Predicted numbers for the rows of a test, beside the true ones.
package struct ValuePredictions: Sendable, Equatable {
  package let values: [Double]
  package let truth: [Double]
  /// How much each row counts; nil where all count the same.
  package let weights: [Double]?

  /// Checks and joins what was predicted and what is true.
  ///
  /// - Parameter weights: how much each row counts, nothing below 0; nil to count all the same.
  package init(
    values: [Double], truth: [Double], weights: [Double]? = nil
  ) throws(ScoringError) {
    guard !truth.isEmpty else { throw .noRows }
    guard values.count == truth.count else {
      throw .rowCount(values.count, expected: truth.count)
    }
    for row in truth.indices {
      guard values[row].isFinite, truth[row].isFinite else { throw .notFinite(row: row + 1) }
    }
    try checkWeights(weights, rows: truth.count)
    self.values = values
    self.truth = truth
    self.weights = weights
  }

  /// True minus predicted, row by row.
  package var residuals: [Double] {
    zip(truth, values).map { $0 - $1 }
  }

  /// The mean over the rows of what `cost` makes of the true number and the predicted one.
  func mean(_ cost: (_ truth: Double, _ value: Double) -> Double) -> Double {
    truth.withUnsafeBufferPointer { truth in
      values.withUnsafeBufferPointer { values in
        weightedMean(over: truth.count, weights) { cost(truth[$0], values[$0]) }
      }
    }
  }
}
