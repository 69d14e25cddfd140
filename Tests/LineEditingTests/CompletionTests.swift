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
}
