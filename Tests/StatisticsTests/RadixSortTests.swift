import Testing

@testable import Statistics

struct RadixSortTests {
  @Test(arguments: [0, 1, 2, 3, 256, 257, 3000])
  func `numbers ascend`(_ count: Int) {
    var random = SplitMix64(seed: 101)
    for bits in [1, 8, 9, 40, 64] {
      let numbers = (0..<count).map { _ in random.next() >> UInt64(64 - bits) }
      #expect(radixSorted(numbers) == numbers.sorted())
      let wide = numbers.map { UInt128($0) << 50 | UInt128($0 & 7) }
      #expect(radixSorted(wide) == wide.sorted())
    }
  }
}
