import Testing

@testable import Statistics

struct ConcurrentTests {
  @Test(arguments: [0, 1, 2, 3, 1000], [1, 1_000_000])
  func `results are in their order, alone or on all cores`(_ count: Int, _ size: Int) {
    let squares = concurrentMap(count, ofSize: size) { "\($0 * $0)" }
    #expect(squares == (0..<count).map { "\($0 * $0)" })
  }
}
