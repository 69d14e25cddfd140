import Scoring
import Testing

/// A hundred thousand rows: sums must not lose digits by their number.
///
/// Numbers: scikit-learn 1.9.1, `Tests/Fixtures/Scoring/scikit_learn.py`.
@Suite struct ManyRowsTests {
  private static let rows = 100_000

  @Test func `values agree with scikit-learn to twelve digits`() throws {
    let truth = (0..<Self.rows).map { row in Double(row * 37 % 1009) / 7 - 3 }
    let values = truth.enumerated().map { row, value in value + Double(row * 11 % 13 - 6) / 5 }
    let card = Scorecard(of: try ValuePredictions(values: values, truth: truth))
    let expected = [0.560006, 0.7483354862626789, 0.6461580000000001, 0.999676563800591]
    for (entry, right) in zip(card.entries, expected) {
      #expect(agree(entry.value, right), "\(entry.metric) \(entry.value)")
    }
  }

  @Test func `classes agree with scikit-learn to twelve digits`() throws {
    var probabilities: [Double] = []
    for row in 0..<Self.rows {
      let (first, second) = (Double(row * 7 % 10), Double((row * 7 + 13) % 10))
      probabilities += [first / (first + second), second / (first + second)]
    }
    let truth = (0..<Self.rows).map { String(($0 * $0 + $0 / 3) % 2) }
    let card = Scorecard(
      of: try ClassPredictions(classes: ["0", "1"], rowByRow: probabilities, truth: truth))
    let expected = [
      4.292788171877904, 0.4263564717489471, 0.49995274976374643, 0.43329, 0.49995274976374643,
    ]
    for (entry, right) in zip(card.entries, expected) {
      #expect(agree(entry.value, right), "\(entry.metric) \(entry.value)")
    }
  }
}
