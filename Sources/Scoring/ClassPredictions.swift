/// Class probabilities for the rows of a test, beside the classes they truly have.
package struct ClassPredictions: Sendable, Equatable {
  /// The classes of the columns; those predicted come first, in the order they were stated.
  package let classes: [String]
  /// The true class of each row, as its place in `classes`.
  package let truth: [Int]
  /// Row after row, in each a probability for each class.
  package let probabilities: [Double]
  /// How much each row counts; nil where all count the same.
  package let weights: [Double]?

  /// How far a probability or a sum of them may be off for it to be rounding: scikit-learn's 1e-5.
  package static let tolerance = 1e-5

  /// Checks and joins what was predicted and what is true.
  ///
  /// A true class that the predictions do not know is added with probability 0 in every row, as it
  /// happens when all its rows are in the test.
  ///
  /// - Parameters:
  ///   - probabilities: a list for each row, in it a number for each of `classes`.
  ///   - weights: how much each row counts, nothing below 0; nil to count all the same.
  package init(
    classes: [String], probabilities: [[Double]], truth: [String], weights: [Double]? = nil
  ) throws(ScoringError) {
    guard !truth.isEmpty else { throw .noRows }
    guard probabilities.count == truth.count else {
      throw .rowCount(probabilities.count, expected: truth.count)
    }
    for (index, row) in probabilities.enumerated() where row.count != classes.count {
      throw .classCount(row: index + 1, row.count, expected: classes.count)
    }
    try self.init(
      classes: classes, rowByRow: Array(probabilities.joined()), truth: truth, weights: weights)
  }

  /// The same of probabilities that stand row after row in one list.
  package init(
    classes: [String], rowByRow probabilities: [Double], truth: [String], weights: [Double]? = nil
  ) throws(ScoringError) {
    guard !truth.isEmpty else { throw .noRows }
    guard probabilities.count == truth.count * classes.count else {
      throw .rowCount(probabilities.count / max(classes.count, 1), expected: truth.count)
    }
    try Self.check(probabilities, classes: classes.count, rows: truth.count)
    try checkWeights(weights, rows: truth.count)
    var places: [String: Int] = [:]
    for name in classes {
      guard places.updateValue(places.count, forKey: name) == nil else {
        throw .repeatedClass(name)
      }
    }
    let unseen = Set(truth).subtracting(classes).sorted()
    for name in unseen { places[name] = places.count }
    self.classes = classes + unseen
    self.truth = truth.compactMap { places[$0] }
    self.probabilities =
      unseen.isEmpty
      ? probabilities
      : truth.indices.flatMap { row in
        probabilities[(row * classes.count)..<((row + 1) * classes.count)] + unseen.map { _ in 0 }
      }
    self.weights = weights
  }

  package var rows: Int { truth.count }

  /// The probabilities of a row.
  package subscript(row row: Int) -> ArraySlice<Double> {
    probabilities[(row * classes.count)..<((row + 1) * classes.count)]
  }

  /// The most probable class of each row, the first of equals.
  package var labels: [Int] {
    probabilities.withUnsafeBufferPointer { values in
      let width = classes.count
      return truth.indices.map { row in
        var best = row * width
        for place in (best + 1)..<max(best + width, best + 1) where values[place] > values[best] {
          best = place
        }
        return best - row * width
      }
    }
  }

  private static func check(
    _ probabilities: [Double], classes: Int, rows: Int
  ) throws(ScoringError) {
    for row in 0..<rows {
      var sum = 0.0
      for value in probabilities[(row * classes)..<((row + 1) * classes)] {
        guard value.isFinite else { throw .notFinite(row: row + 1) }
        guard value >= -tolerance, value <= 1 + tolerance else {
          throw .notProbability(row: row + 1, value)
        }
        sum += value
      }
      guard abs(sum - 1) <= tolerance else { throw .notSummingToOne(row: row + 1, sum) }
    }
  }
}

/// Refuses what cannot be the weights of so many rows.
func checkWeights(_ weights: [Double]?, rows: Int) throws(ScoringError) {
  guard let weights else { return }
  guard weights.count == rows else { throw .weightCount(weights.count, expected: rows) }
  for (row, weight) in weights.enumerated() where !(weight >= 0 && weight.isFinite) {
    throw .notWeight(row: row + 1, weight)
  }
  guard weights.contains(where: { $0 > 0 }) else { throw .noWeight }
}
