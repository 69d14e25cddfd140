import Testing

@testable import Shell

@Suite struct CompletionTests {
  @Test func `the shared start is common`() {
    #expect(Completion(candidates: ["framework", "frames"]).common == "frame")
    #expect(Completion(candidates: ["Runs"]).common == "Runs")
    #expect(Completion().common == nil)
  }

  @Test func `words stand in columns, read downwards`() {
    #expect(columned(["a", "b", "c"], width: 6) == ["a  c  ", "b  "])
    #expect(columned((1...30).map { "w\($0)" }, width: 5).last == "… and 20 more")
  }
}
