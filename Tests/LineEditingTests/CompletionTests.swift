import Testing

@testable import LineEditing

@Suite struct CompletionTests {
  private func completion(_ words: String...) -> Completion {
    Completion(candidates: words.map { Completion.Candidate($0) })
  }

  @Test func `the shared start is common`() {
    #expect(completion("framework", "frames").common == "frame")
    #expect(completion("Runs").common == "Runs")
    #expect(Completion().common == nil)
  }

  @Test func `words stand in columns, read downwards`() {
    #expect(columned(["a", "b", "c"], width: 6) == ["a  c  ", "b  "])
    #expect(columned((1...30).map { "w\($0)" }, width: 5).last == "… and 20 more")
  }
}
