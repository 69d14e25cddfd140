import Testing

@testable import Shell

@Suite struct BatchesTests {
  @Test func `elements keep their order, and the last batch holds the rest`() {
    #expect((0..<7).batches(of: 3) == [0..<3, 3..<6, 6..<7])
    #expect((0..<6).batches(of: 3) == [0..<3, 3..<6])
    #expect((0..<0).batches(of: 3).isEmpty)
  }
}
