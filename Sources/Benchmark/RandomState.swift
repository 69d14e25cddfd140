/// numpy's legacy generator, `numpy.random.RandomState`: a Mersenne Twister with 32-bit words.
///
/// The original drew its seeds and its splits from it, so the same rows train and test here.
///
/// **Source**: Matsumoto and Nishimura, Mersenne Twister, ACM TOMACS 8 (1998), `init_genrand` of the
/// 2002 version; numpy's `legacy-distributions.c` for how bounded integers are drawn.
package struct RandomState: Sendable {
  private static let size = 624
  private static let shift = 397

  private var words: [UInt32]
  private var used = RandomState.size

  /// The generator that `numpy.random.RandomState(seed)` is.
  package init(seed: UInt32) {
    words = [seed]
    for index in 1..<UInt32(Self.size) {
      let last = words[words.count - 1]
      words.append(1_812_433_253 &* (last ^ (last >> 30)) &+ index)
    }
  }

  /// The next 32 random bits.
  package mutating func word() -> UInt32 {
    if used == Self.size { twist() }
    var word = words[used]
    used += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  /// A whole number from 0 to `largest`, both included; 0 costs no draw when it is the only one.
  ///
  /// Words are masked to the bits of `largest` and redrawn while they exceed it.
  package mutating func interval(upTo largest: UInt32) -> UInt32 {
    guard largest > 0 else { return 0 }
    let mask = UInt32.max >> UInt32(largest.leadingZeroBitCount)
    while true {
      let value = word() & mask
      if value <= largest { return value }
    }
  }

  /// The numbers from 0 up to `count` in random order, as numpy's `permutation(count)`.
  package mutating func permutation(of count: Int) -> [Int] {
    var order = Array(0..<count)
    for index in order.indices.dropFirst().reversed() {
      order.swapAt(index, Int(interval(upTo: UInt32(index))))
    }
    return order
  }

  /// `count` numbers from 0 up to `bound`, itself excluded, as numpy's `randint(bound, size=count)`.
  package mutating func integers(below bound: UInt32, count: Int) -> [Int] {
    precondition(bound > 0, "no number lies from 0 up to 0")
    return (0..<count).map { _ in Int(interval(upTo: bound - 1)) }
  }

  private mutating func twist() {
    for index in 0..<Self.size {
      let next = words[(index + 1) % Self.size]
      let joined = (words[index] & 0x8000_0000) | (next & 0x7FFF_FFFF)
      let odd: UInt32 = joined & 1 == 1 ? 0x9908_B0DF : 0
      words[index] = words[(index + Self.shift) % Self.size] ^ (joined >> 1) ^ odd
    }
    used = 0
  }
}
