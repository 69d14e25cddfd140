import Testing

@testable import Tables

@Suite struct CountedTests {
  @Test func `a count agrees with its noun`() {
    #expect(counted(1, "dataset") == "1 dataset")
    #expect(counted(0, "dataset") == "0 datasets")
    #expect(counted(2, "class") == "2 classes")
  }
}
