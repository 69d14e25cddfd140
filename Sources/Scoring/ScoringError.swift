/// What can be wrong with predictions, or keep a metric from having a value.
///
/// Rows count from 1, as people do.
package enum ScoringError: Error, Equatable {
  /// There is nothing to score.
  case noRows
  /// One prediction a row is right.
  case rowCount(Int, expected: Int)
  /// One probability a class is right.
  case classCount(row: Int, Int, expected: Int)
  /// A class is named twice.
  case repeatedClass(String)
  case notFinite(row: Int)
  case notProbability(row: Int, Double)
  /// The probabilities of a row that do not sum to one.
  case notSummingToOne(row: Int, Double)
  /// One weight a row is right.
  case weightCount(Int, expected: Int)
  /// A weight that is below 0, or no number.
  case notWeight(row: Int, Double)
  /// Every row has weight 0.
  case noWeight
  /// The metric has no value for these predictions, and why.
  case undefined(metric: String, reason: String)
}

extension ScoringError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noRows: "there are no rows to score"
    case .rowCount(let count, let expected):
      "\(count) rows were predicted, the test has \(expected)"
    case .classCount(let row, let count, let expected):
      "row \(row) has \(count) probabilities, there are \(expected) classes"
    case .repeatedClass(let name): "class \"\(name)\" is named twice, once is right"
    case .notFinite(let row): "the prediction for row \(row) is not a finite number"
    case .notProbability(let row, let value):
      "row \(row) has \(value) for a probability, which lies between 0 and 1"
    case .notSummingToOne(let row, let sum):
      "the probabilities of row \(row) sum to \(sum), 1 is right"
    case .weightCount(let count, let expected):
      "there are \(count) weights, the test has \(expected) rows"
    case .notWeight(let row, let weight):
      "row \(row) has weight \(weight), where a number from 0 belongs"
    case .noWeight: "every row has weight 0"
    case .undefined(let metric, let reason): "\(metric) is undefined: \(reason)"
    }
  }
}
