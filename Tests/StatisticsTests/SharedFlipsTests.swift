import Testing

@testable import Statistics

struct SharedFlipsTests {
  @Test func `a tail is the same whoever asked before`() {
    let shared = SharedFlips()
    let weights = Array(1...80)
    for bound in [400, 300, 1500, 1600, 20] {
      let alone = SignFlips(weights: weights, upTo: bound)
      #expect(shared.flips(weights, upTo: bound).lowerTail(bound) == alone.lowerTail(bound))
    }
    #expect(shared.flips([1, 2, 3], upTo: 2).lowerTail(2) == 0.375)
  }

  @Test func `what is asked for twice is kept as far as it goes`() {
    let shared = SharedFlips()
    #expect(shared.flips([1, 2, 3], upTo: 1).reach == 1)
    #expect(shared.flips([1, 2, 3], upTo: 2).reach == .max)
    #expect(shared.flips([1, 2, 3], upTo: 1).reach == .max)
  }
}
