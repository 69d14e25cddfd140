import Scoring
import Testing

@Suite struct AUCTests {
  @Test(arguments: [(2, 0.459375), (3, 0.4906321277289019), (5, 0.5030620421913972)])
  func `it agrees with scikit-learn`(classes: Int, expected: Double) throws {
    #expect(agree(try AUC().score(try Cases.classes(classes)), expected))
  }

  @Test func `a class unseen in training has probability 0`() throws {
    let predictions = try Cases.classes(3) { row in
      row % 10 == 0 ? 3 : Cases.truth(row: row, classes: 3)
    }
    #expect(agree(try AUC().score(predictions), 0.49923892442549156))
  }

  @Test func `it is undefined when a class has no test row`() throws {
    let predictions = try Cases.classes(3) { Cases.truth(row: $0, classes: 3) % 2 }
    #expect(throws: ScoringError.undefined(metric: "auc", reason: "no test row has class \"2\"")) {
      try AUC().score(predictions)
    }
  }

  @Test func `it is undefined when every test row has one class`() throws {
    #expect(throws: ScoringError.undefined(metric: "auc", reason: "no test row has class \"1\"")) {
      try AUC().score(Cases.oneClassInTest)
    }
    let single = try ClassPredictions(classes: ["a"], probabilities: [[1]], truth: ["a"])
    #expect(throws: ScoringError.undefined(metric: "auc", reason: "every test row has class \"a\""))
    {
      try AUC().score(single)
    }
  }

  @Test func `ties count half, and the second class is the positive one`() throws {
    let predictions = try ClassPredictions(
      classes: ["no", "yes"], probabilities: [[0.9, 0.1], [0.5, 0.5], [0.5, 0.5], [0.2, 0.8]],
      truth: ["no", "no", "yes", "yes"])
    #expect(try AUC().score(predictions) == 0.875)
  }
}
