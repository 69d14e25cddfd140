import Statistics

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
    let (positives, negatives) =
      predictions.weights == nil
      ? ranked(column, in: predictions) : weighed(column, in: predictions)
    guard positives.total > 0, negatives.total > 0 else {
      let quantity = positives.total > 0 ? "every" : "no"
      let name = predictions.classes[column]
      throw .undefined(metric: self.name, reason: "\(quantity) test row has class \"\(name)\"")
    }
    return doubledWins(of: positives, over: negatives) / 2 / (positives.total * negatives.total)
  }

  /// The rows of a class, or the others, in order of score: the keys of their scores, and what they weigh
  /// where rows have weights.
  private struct Side {
    var keys: [UInt64] = []
    var weights: [Double]?
    var total = 0.0
  }

  private func ranked(
    _ column: Int, in predictions: ClassPredictions
  ) -> (positives: Side, negatives: Side) {
    let width = predictions.classes.count
    var (positives, negatives): ([UInt64], [UInt64]) = ([], [])
    for (row, truth) in predictions.truth.enumerated() {
      let key = Self.key(predictions.probabilities[row * width + column])
      if truth == column { positives.append(key) } else { negatives.append(key) }
    }
    return (
      Side(keys: radixSorted(positives), total: Double(positives.count)),
      Side(keys: radixSorted(negatives), total: Double(negatives.count))
    )
  }

  private func weighed(
    _ column: Int, in predictions: ClassPredictions
  ) -> (positives: Side, negatives: Side) {
    let width = predictions.classes.count
    let rows = predictions.truth.indices.map { row in
      (
        key: Self.key(predictions.probabilities[row * width + column]),
        weight: predictions.weights?[row] ?? 1, isPositive: predictions.truth[row] == column
      )
    }.sorted { $0.key < $1.key }
    func side(_ isPositive: Bool) -> Side {
      let own = rows.filter { $0.isPositive == isPositive }
      let weights = own.map(\.weight)
      return Side(keys: own.map(\.key), weights: weights, total: weights.reduce(0, +))
    }
    return (side(true), side(false))
  }

  /// Whole numbers in the order of the doubles; zero has one, whatever its sign.
  private static func key(_ score: Double) -> UInt64 {
    let bits = (score + 0).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// Twice the pairs that a positive row wins against a negative one, a tie counting one.
  private func doubledWins(of positives: Side, over negatives: Side) -> Double {
    var wins = 0.0
    var (below, level) = (0.0, 0.0)
    var next = 0
    for (place, key) in positives.keys.enumerated() {
      if place == 0 || key != positives.keys[place - 1] {
        below += level
        while next < negatives.keys.count, negatives.keys[next] < key {
          below += negatives.weights?[next] ?? 1
          next += 1
        }
        level = 0
        while next < negatives.keys.count, negatives.keys[next] == key {
          level += negatives.weights?[next] ?? 1
          next += 1
        }
      }
      wins += (positives.weights?[place] ?? 1) * (2 * below + level)
    }
    return wins
  }
}
