/// The scores of two learners on the same folds, or other resamples, of one dataset.
package struct FoldPairs: Sendable, Equatable {
  package let dataset: String
  package let first, second: [Double]
  /// The part of the data that each fold tests, between 0 and 1: the correlation of folds.
  package let testShare: Double

  package init(dataset: String, first: [Double], second: [Double], testShare: Double) {
    precondition(first.count == second.count, "values come in pairs")
    precondition(testShare > 0 && testShare < 1, "a fold tests a part of the data")
    (self.dataset, self.first, self.second) = (dataset, first, second)
    self.testShare = testShare
  }

  /// Nadeau and Bengio's test of the two on this dataset.
  package func correctedT(_ alternative: Alternative = .twoSided) -> CorrectedT {
    CorrectedT(first, second, testShare: testShare, alternative: alternative)
  }
}
