import Statistics
import Testing

struct SplitMix64Tests {
  @Test func `the first numbers are those of the published generator`() {
    // java.util.SplittableRandom(0).nextLong(), and the reference in C by Vigna
    var random = SplitMix64(seed: 0)
    #expect(random.next() == 0xe220_a839_7b1d_cdaf)
    #expect(random.next() == 0x6e78_9e6a_a1b9_65f4)
  }
}
