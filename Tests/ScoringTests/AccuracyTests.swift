import Scoring
import Testing

@Suite struct AccuracyTests {
  @Test(arguments: [(2, 0.4020618556701031), (3, 0.32989690721649484), (5, 0.2268041237113402)])
  func `it agrees with scikit-learn`(classes: Int, expected: Double) throws {
    #expect(agree(Accuracy().score(try Cases.classes(classes)), expected))
  }

  @Test func `a class unseen in training has probability 0`() throws {
    let predictions = try Cases.classes(3) { row in
      row % 10 == 0 ? 3 : Cases.truth(row: row, classes: 3)
    }
    #expect(agree(Accuracy().score(predictions), 0.29896907216494845))
  }

  @Test func `a class without a test row takes no part`() throws {
    let predictions = try Cases.classes(3) { Cases.truth(row: $0, classes: 3) % 2 }
    #expect(agree(Accuracy().score(predictions), 0.29896907216494845))
  }

  @Test func `one class in the test is enough`() {
    #expect(agree(Accuracy().score(Cases.oneClassInTest), 0.75))
  }
}
