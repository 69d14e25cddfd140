import Scoring

/// The cases of `Tests/Fixtures/Scoring/scikit_learn.py`, which prints the numbers the tests hold:
/// scikit-learn 1.9.1, numpy 2.4.6.
enum Cases {
  static let rows = 97

  /// Classes "0", "1", ... with many tied probabilities, zeros and ones among them.
  static func classes(
    _ count: Int, truth: (_ row: Int) -> Int
  ) throws -> ClassPredictions {
    try ClassPredictions(
      classes: (0..<count).map(String.init),
      probabilities: (0..<rows).map { probabilities(row: $0, classes: count) },
      truth: (0..<rows).map { String(truth($0)) })
  }

  static func classes(_ count: Int) throws -> ClassPredictions {
    try classes(count) { truth(row: $0, classes: count) }
  }

  static func truth(row: Int, classes: Int) -> Int {
    (row * row + row / 3) % classes
  }

  static let oneClassInTest = try! ClassPredictions(
    classes: ["0", "1"], probabilities: [[1, 0], [0.5, 0.5], [0, 1], [0.9, 0.1]],
    truth: ["0", "0", "0", "0"])

  static let target = (0..<rows).map { Double($0 * 37 % 101) / 7 - 3 }

  static func values(offBy offset: Double) throws -> ValuePredictions {
    try ValuePredictions(
      values: target.enumerated().map { row, value in
        value + offset + Double(row * 11 % 13 - 6) / 5
      },
      truth: target.map { $0 + offset })
  }

  private static func probabilities(row: Int, classes: Int) -> [Double] {
    var weights = (0..<classes).map { Double((row * 7 + $0 * 13) % 10) }
    if weights.allSatisfy({ $0 == 0 }) { weights = weights.map { _ in 1 } }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }
}

/// Whether two numbers agree to twelve digits, as far as sums in another order may.
func agree(_ a: Double, _ b: Double) -> Bool {
  abs(a - b) <= 1e-12 * max(1, abs(b))
}
