/// A small, fast generator with a seed, so that what is random is the same on every machine.
///
/// ```
/// var random = SplitMix64(seed: 0)
/// random.next()   // 0xe220a8397b1dcdaf
/// ```
///
/// **Source**: Steele, Lea and Flood, Fast splittable pseudorandom number generators (2014), with
/// the constants of Java's `SplittableRandom`.
package struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  package init(seed: UInt64) {
    state = seed
  }

  package mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return z ^ (z >> 31)
  }
}

extension RandomNumberGenerator {
  /// A number from 0 to below 1, a multiple of 2^-53.
  mutating func unit() -> Double {
    Double(next() >> 11) * 0x1p-53
  }

  /// A whole number from 0 to below `bound`, which is at most 2^32.
  ///
  /// **Source**: Lemire, Fast random integer generation in an interval (2019), without the last
  /// step: its bias is below `bound` / 2^64.
  mutating func index(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }
}
