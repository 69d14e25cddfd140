import Testing

@testable import Statistics

struct RadixSortTests {
  @Test(arguments: [0, 1, 2, 3, 40, 41, 42, 3000])
  func `numbers ascend`(_ count: Int) {
    var random = SplitMix64(seed: 101)
    for bits in [1, 8, 9, 15, 16, 17, 40, 64] {
      let numbers = (0..<count).map { _ in random.next() >> UInt64(64 - bits) }
      #expect(radixSorted(numbers) == numbers.sorted())
      let wide = numbers.map { UInt128($0) << 50 | UInt128($0 & 7) }
      #expect(radixSorted(wide) == wide.sorted())
    }
  }

  @Test func `numbers that agree in their leading digits ascend too`() {
    var random = SplitMix64(seed: 102)
    let near = (0..<500).map { _ in 1 << 60 | random.next() >> 20 & 0xffff_ff00 }
    let far = (0..<500).map { _ in random.next() >> 50 }
    let numbers = near + far + [.max, 0] + near
    #expect(radixSorted(numbers) == numbers.sorted())
  }
}
