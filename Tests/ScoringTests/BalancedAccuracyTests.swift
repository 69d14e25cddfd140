import Scoring
import Testing

@Suite struct BalancedAccuracyTests {
  @Test(arguments: [(2, 0.46658653846153847), (3, 0.32909742587161944), (5, 0.24821631000578365)])
  func `it agrees with scikit-learn`(classes: Int, expected: Double) throws {
    #expect(agree(BalancedAccuracy().score(try Cases.classes(classes)), expected))
  }

  @Test func `a class unseen in training has probability 0`() throws {
    let predictions = try Cases.classes(3) { row in
      row % 10 == 0 ? 3 : Cases.truth(row: row, classes: 3)
    }
    #expect(agree(BalancedAccuracy().score(predictions), 0.25))
  }

  @Test func `a class without a test row takes no part`() throws {
    let predictions = try Cases.classes(3) { Cases.truth(row: $0, classes: 3) % 2 }
    #expect(agree(BalancedAccuracy().score(predictions), 0.2999526515151515))
  }

  @Test func `one class in the test is enough`() {
    #expect(agree(BalancedAccuracy().score(Cases.oneClassInTest), 0.75))
  }
}
