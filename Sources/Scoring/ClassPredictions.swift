/// Class probabilities for the rows of a test, beside the classes they truly have.
///
/// **Shape**: rows are test rows, columns `classes`.
package struct ClassPredictions: Sendable, Equatable {
  /// The classes of the columns; those predicted come first, in the order they were stated.
  package let classes: [String]
  /// The true class of each row, as its place in `classes`.
  package let truth: [Int]
  package let probabilities: [[Double]]

  /// How far a probability or a sum of them may be off for it to be rounding: scikit-learn's 1e-5.
  package static let tolerance = 1e-5

  /// Checks and joins what was predicted and what is true.
  ///
  /// A true class that the predictions do not know is added with probability 0 in every row, as it
  /// happens when all its rows are in the test.
  package init(
    classes: [String], probabilities: [[Double]], truth: [String]
  ) throws(ScoringError) {
    guard !truth.isEmpty else { throw .noRows }
    guard probabilities.count == truth.count else {
      throw .rowCount(probabilities.count, expected: truth.count)
    }
    var places: [String: Int] = [:]
    for name in classes {
      guard places.updateValue(places.count, forKey: name) == nil else {
        throw .repeatedClass(name)
      }
    }
    for (index, row) in probabilities.enumerated() {
      try Self.check(row, number: index + 1, classes: classes.count)
    }
    let unseen = Set(truth).subtracting(classes).sorted()
    for name in unseen { places[name] = places.count }
    self.classes = classes + unseen
    self.truth = truth.compactMap { places[$0] }
    self.probabilities = probabilities.map { $0 + unseen.map { _ in 0 } }
  }

  /// The most probable class of each row, the first of equals.
  package var labels: [Int] {
    probabilities.map { row in
      row.indices.reduce(0) { row[$1] > row[$0] ? $1 : $0 }
    }
  }

  private static func check(
    _ row: [Double], number: Int, classes: Int
  ) throws(ScoringError) {
    guard row.count == classes else {
      throw .classCount(row: number, row.count, expected: classes)
    }
    for value in row {
      guard value.isFinite else { throw .notFinite(row: number) }
      guard value >= -tolerance, value <= 1 + tolerance else {
        throw .notProbability(row: number, value)
      }
    }
    let sum = row.reduce(0, +)
    guard abs(sum - 1) <= tolerance else { throw .notSummingToOne(row: number, sum) }
  }
}
