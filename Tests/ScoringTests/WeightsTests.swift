import Scoring
import Testing

/// Rows that count differently, as scikit-learn's `sample_weight` has them.
@Suite struct WeightsTests {
  private static let weights = (0..<Cases.rows).map { Double($0 * 5 % 7) / 2 }

  @Test(arguments: [
    (2, [4.325862790414624, 0.3719963593991849, 0.446375425170068, 0.3835616438356164, 0.453125]),
    (
      3,
      [
        4.253180752954957, 0.3180507629601962, 0.4886533117062893, 0.3184931506849315,
        0.3171771313558125,
      ]
    ),
    (
      5,
      [
        5.620156401203451, 0.22727608525048046, 0.5321400570445687, 0.22945205479452055,
        0.23636121039599972,
      ]
    ),
  ])
  func `weighted classes agree with scikit-learn`(classes: Int, expected: [Double]) throws {
    let plain = try Cases.classes(classes)
    let predictions = try ClassPredictions(
      classes: plain.classes, rowByRow: plain.probabilities,
      truth: plain.truth.map { plain.classes[$0] }, weights: Self.weights)
    let values = Scorecard(of: predictions).entries.map(\.value)
    #expect(values.count == expected.count)
    for (value, right) in zip(values, expected) { #expect(agree(value, right)) }
  }

  @Test func `weighted values agree with scikit-learn`() throws {
    let plain = try Cases.values(offBy: 0)
    let predictions = try ValuePredictions(
      values: plain.values, truth: plain.truth, weights: Self.weights)
    let expected = [0.5502739726027398, 0.7418045380036036, 0.6404109589041095, 0.9686524761094738]
    for (entry, right) in zip(Scorecard(of: predictions).entries, expected) {
      #expect(agree(entry.value, right), "\(entry.metric)")
    }
  }

  @Test func `equal weights are as good as none`() throws {
    for classes in [2, 3, 5] {
      let plain = try Cases.classes(classes)
      let predictions = try ClassPredictions(
        classes: plain.classes, rowByRow: plain.probabilities,
        truth: plain.truth.map { plain.classes[$0] },
        weights: [Double](repeating: 0.3, count: Cases.rows))
      for (a, b) in zip(Scorecard(of: predictions).entries, Scorecard(of: plain).entries) {
        #expect(agree(a.value, b.value), "\(a.metric)")
      }
    }
  }

  @Test(arguments: [
    ([1], ScoringError.weightCount(1, expected: 2)),
    ([1, -1], .notWeight(row: 2, -1)),
    ([.infinity, 1], .notWeight(row: 1, .infinity)),
    ([0, 0], .noWeight),
  ])
  func `what cannot be weights is refused`(weights: [Double], error: ScoringError) {
    #expect(throws: error) {
      try ValuePredictions(values: [1, 2], truth: [1, 2], weights: weights)
    }
    #expect(throws: error) {
      try ClassPredictions(
        classes: ["a"], probabilities: [[1], [1]], truth: ["a", "a"], weights: weights)
    }
  }
}
