import Scoring
import Testing

@Suite struct LogLossTests {
  @Test(arguments: [(2, 4.79823568471922), (3, 5.141083755418044), (5, 6.6212448360347995)])
  func `it agrees with scikit-learn`(classes: Int, expected: Double) throws {
    #expect(agree(LogLoss().score(try Cases.classes(classes)), expected))
  }

  @Test func `a class unseen in training has probability 0`() throws {
    let predictions = try Cases.classes(3) { row in
      row % 10 == 0 ? 3 : Cases.truth(row: row, classes: 3)
    }
    #expect(agree(LogLoss().score(predictions), 7.32407023113324))
  }

  @Test func `a class without a test row takes no part`() throws {
    let predictions = try Cases.classes(3) { Cases.truth(row: $0, classes: 3) % 2 }
    #expect(agree(LogLoss().score(predictions), 5.137843769382087))
  }

  @Test func `one class in the test is enough`() {
    #expect(agree(LogLoss().score(Cases.oneClassInTest), 9.210540271333732))
  }
}
