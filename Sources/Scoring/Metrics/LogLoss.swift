import func Glibc.log

/// The mean negative logarithm of the probability given to the true class.
///
/// **Units**: nats. **Edge cases**: probabilities are clipped to [ε, 1 - ε] with ε = 2⁻⁵², so a true
/// class given 0 costs 36.04 and not infinity; rows are not rescaled after clipping.
/// **Source**: scikit-learn 1.9 `log_loss`.
package struct LogLoss: ClassificationMetric {
  package let name = "logloss"
  package let title = "Log-loss"
  package let direction = Direction.lower

  package init() {}

  package func score(_ predictions: ClassPredictions) -> Double {
    let epsilon = Double.ulpOfOne
    let width = predictions.classes.count
    return predictions.probabilities.withUnsafeBufferPointer { probabilities in
      predictions.truth.withUnsafeBufferPointer { truth in
        weightedMean(over: truth.count, predictions.weights) { row in
          -log(min(max(probabilities[row * width + truth[row]], epsilon), 1 - epsilon))
        }
      }
    }
  }
}
