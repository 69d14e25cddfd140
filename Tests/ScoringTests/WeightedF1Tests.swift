import Scoring
import Testing

@Suite struct WeightedF1Tests {
  @Test(arguments: [(2, 0.3951919280543979), (3, 0.3284724531648376), (5, 0.22592663883101136)])
  func `it agrees with scikit-learn`(classes: Int, expected: Double) throws {
    #expect(agree(WeightedF1().score(try Cases.classes(classes)), expected))
  }

  @Test func `a class unseen in training has probability 0`() throws {
    let predictions = try Cases.classes(3) { row in
      row % 10 == 0 ? 3 : Cases.truth(row: row, classes: 3)
    }
    #expect(agree(WeightedF1().score(predictions), 0.2839558260609093))
  }

  @Test func `a class without a test row takes no part`() throws {
    let predictions = try Cases.classes(3) { Cases.truth(row: $0, classes: 3) % 2 }
    #expect(agree(WeightedF1().score(predictions), 0.37933710231681633))
  }

  @Test func `one class in the test is enough`() {
    #expect(agree(WeightedF1().score(Cases.oneClassInTest), 0.8571428571428571))
  }
}
