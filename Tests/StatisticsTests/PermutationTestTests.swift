import Statistics
import Testing

struct PermutationTestTests {
  @Test func `three wins out of three have p of one in four`() {
    var random = SplitMix64(seed: 1)
    let test = PermutationTest([0.84, 0.79, 0.91], [0.81, 0.76, 0.85], using: &random)
    #expect(test.p == 0.25)
    #expect(test.method == .exact)
    #expect(agrees(test.mean, 0.04))
  }

  @Test func `it agrees with every choice of signs`() {
    var random = SplitMix64(seed: 2)
    for count in 1...12 {
      // Both ways of counting: steps of two decimals, and of fifteen.
      for scale in [100.0, 1e15] {
        let x = (0..<count).map { _ in Double(Int.random(in: 0...99, using: &random)) / 100 }
        let y = x.map { $0 - Double(Int.random(in: -49...49, using: &random)) / scale }
        let steps = Differences(x, y).multiples
        let observed = steps.reduce(0, +)
        let sums = (0..<1 << count).map { choice in
          steps.enumerated().reduce(Int128(0)) { $0 + (choice >> $1.0 & 1 == 1 ? -$1.1 : $1.1) }
        }
        func share(_ extreme: (Int128) -> Bool) -> Double {
          Double(sums.count(where: extreme)) / Double(sums.count)
        }
        let greater = PermutationTest(x, y, alternative: .greater, using: &random).p
        let two = PermutationTest(x, y, using: &random).p
        #expect(greater == share { $0 >= observed })
        #expect(two == min(1, share { $0.magnitude >= observed.magnitude }))
      }
    }
  }

  @Test func `both exact ways agree, and drawing comes close`() {
    var random = SplitMix64(seed: 3)
    let x = (0..<60).map { _ in Double(Int.random(in: 0...99, using: &random)) / 100 }
    let y = (0..<60).map { _ in Double(Int.random(in: 0...92, using: &random)) / 100 }
    let counted = PermutationTest(x, y, using: &random)
    #expect(counted.method == .exact)
    // A tiny shift of one value makes the steps too many to count.
    let drawn = PermutationTest([x[0] + 1e-13] + x.dropFirst(), y, using: &random)
    #expect(drawn.method == .drawn(PermutationTest.draws))
    let error = (counted.p / Double(PermutationTest.draws)).squareRoot()
    #expect(abs(counted.p - drawn.p) < 4 * error)
  }

  @Test func `drawing never gives zero`() {
    var random = SplitMix64(seed: 4)
    let x = (0..<50).map { _ in Double.random(in: 1..<2, using: &random) }
    let test = PermutationTest(x, x.map { _ in 0 }, draws: 999, using: &random)
    #expect(test.method == .drawn(999))
    #expect(test.p == 0.001)
    let less = PermutationTest(
      x, x.map { _ in 0 }, alternative: .less, draws: 999, using: &random)
    #expect(less.p == 1)
  }

  @Test func `no difference is no evidence`() {
    var random = SplitMix64(seed: 5)
    for count in 0...3 {
      let values = [Double](repeating: 0.7, count: count)
      #expect(PermutationTest(values, values, using: &random).p == 1)
    }
  }

  @Test func `numbers of 37 digits are taken`() {
    var random = SplitMix64(seed: 6)
    let test = PermutationTest([1e18, 1e-18, 2], [0, 0, 0], using: &random)
    #expect(test.p == 0.25)
  }
}
