import Testing

@testable import Figures

@Suite struct PhraseTests {
  @Test func `a list names as many as its limit and counts the rest`() {
    #expect(Phrase.list([]) == "nothing")
    #expect(Phrase.list(["a"]) == "a")
    #expect(Phrase.list(["a", "b"]) == "a and b")
    #expect(Phrase.list(["a", "b", "c"]) == "a, b and c")
    #expect(Phrase.list(["a", "b", "c", "d"]) == "a, b and 2 others")
  }

  @Test func `abbreviated metrics have capitals, words have none`() {
    #expect(Phrase.metric("scaled f1") == "scaled F1")
    #expect(Phrase.metric("rmse") == "RMSE")
    #expect(Phrase.metric("logloss") == "logloss")
  }

  @Test func `a description stops where nobody would listen`() {
    #expect(Phrase.spoken(["a", "b"]) == "a, b")
    #expect(Phrase.spoken((1...14).map(String.init)).hasSuffix("11, 12 and 2 more"))
  }

  @Test func `skipped rows are counted and none are not mentioned`() {
    #expect(Phrase.skipped(0) == nil)
    #expect(Phrase.skipped(1) == "1 row without a name or a finite number left out")
  }
}
