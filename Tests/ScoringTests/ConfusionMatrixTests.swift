import Scoring
import Testing

@Suite struct ConfusionMatrixTests {
  @Test func `rows are true classes, columns predicted ones`() throws {
    let confusion = ConfusionMatrix(
      of: try ClassPredictions(
        classes: ["a", "b"], probabilities: [[1, 0], [0, 1], [0, 1], [0.5, 0.5]],
        truth: ["a", "a", "b", "c"]))
    #expect(confusion.classes == ["a", "b", "c"])
    #expect(confusion.counts == [[1, 1, 0], [0, 1, 0], [1, 0, 0]])
    #expect(confusion.support == [2, 1, 1])
    #expect(confusion.predicted == [2, 2, 0])
    #expect(confusion.correct == [1, 1, 0])
    #expect(confusion.total == 4)
  }
}
