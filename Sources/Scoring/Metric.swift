/// A way to judge predictions by one number.
package protocol Metric: Sendable {
  /// The name it is stored and asked for by, lower case.
  var name: String { get }
  var title: String { get }
  var direction: Direction { get }
}

/// A metric of class probabilities.
package protocol ClassificationMetric: Metric {
  /// The value, or why there is none.
  func score(_ predictions: ClassPredictions) throws(ScoringError) -> Double
}

/// A metric of predicted numbers.
package protocol RegressionMetric: Metric {
  /// The value, or why there is none.
  func score(_ predictions: ValuePredictions) throws(ScoringError) -> Double
}

/// Which way a metric gets better.
package enum Direction: String, Sendable, Hashable {
  case higher, lower
}
