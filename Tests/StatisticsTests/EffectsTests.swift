import Statistics
import Testing

/// All effect sizes over all pairs of the fixtures.
struct EffectsTests {
  @Test func `they agree with exact arithmetic on every pair`() throws {
    for line in try Fixture("pairs.csv").lines {
      let (a, b) = try Fixture.pair(line)
      func agrees(_ found: Double?, _ name: String) -> Bool {
        guard let expected = Double(line[name] ?? "") else { return found?.isNaN ?? true }
        // d is a difference of means, of numbers some hundred times larger
        return abs((found ?? .nan) - expected) <= 1e-12 * max(abs(expected), 0.01)
      }
      #expect(agrees(cliffsDelta(a, b), "cliffs_delta"), "\(line)")
      #expect(agrees(a12(a, b), "a12"), "\(line)")
      #expect(agrees(cohensD(a, b), "cohen_d"), "\(line)")
      #expect(agrees(hedgesG(a, b), "hedges_g"), "\(line)")
      #expect(agrees(cohensDz(a, b), "cohen_dz"), "\(line)")
      #expect(agrees(HodgesLehmann(a, b)?.shift, "hodges_lehmann"), "\(line)")
      #expect(agrees(rankBiserial(a, b), "rank_biserial_pratt"), "\(line)")
      #expect(agrees(rankBiserial(a, b, zeros: .wilcox), "rank_biserial_wilcox"), "\(line)")
    }
  }

  @Test func `the examples`() throws {
    #expect(cliffsDelta([3, 4, 5], [1, 3, 4]) == 5.0 / 9)
    #expect(rankBiserial([0.84, 0.79, 0.91], [0.81, 0.8, 0.85]) == 2.0 / 3)
  }

  @Test func `a swap turns the sign`() throws {
    var random = SplitMix64(seed: 51)
    for count in 2...30 {
      let x = (0..<count).map { _ in Double(Int.random(in: 0..<50, using: &random)) / 50 }
      let y = (0..<count).map { _ in Double(Int.random(in: 0..<50, using: &random)) / 50 }
      for effect in [cliffsDelta, cohensD, cohensDz, hedgesG] {
        let (there, back) = (try #require(effect(x, y)), try #require(effect(y, x)))
        #expect(there == -back || there.isNaN && back.isNaN)
      }
      #expect(try #require(a12(x, y)) + (try #require(a12(y, x))) == 1)
      #expect(rankBiserial(x, y) == -rankBiserial(y, x))
      #expect(HodgesLehmann(x, y)?.shift == HodgesLehmann(y, x).map { -$0.shift })
    }
  }

  @Test func `delta counts all pairs, of samples of any size`() throws {
    var random = SplitMix64(seed: 52)
    for (n, m) in [(1, 1), (1, 7), (6, 2), (20, 31)] {
      let x = (0..<n).map { _ in Double(Int.random(in: 0..<9, using: &random)) }
      let y = (0..<m).map { _ in Double(Int.random(in: 0..<9, using: &random)) }
      let balance = x.reduce(0) { sum, one in
        y.reduce(sum) { $0 + (one > $1 ? 1 : one < $1 ? -1 : 0) }
      }
      #expect(cliffsDelta(x, y) == Double(balance) / Double(n * m))
    }
    let many = (0..<100_000).map { Double($0) }
    #expect(cliffsDelta(many.map { $0 + 0.5 }, many) == 1e-5)
  }

  @Test func `delta does not change under a monotone map`() throws {
    let (x, y) = ([0.3, 0.1, 0.9, 0.4], [0.2, 0.4, 0.5])
    #expect(cliffsDelta(x, y) == cliffsDelta(x.map { $0 * $0 * $0 }, y.map { $0 * $0 * $0 }))
  }

  @Test func `too few values and none that vary`() {
    #expect(cliffsDelta([], [1]) == nil)
    #expect(a12([1], []) == nil)
    #expect(cliffsDelta([1, .nan], [1])?.isNaN == true)
    #expect(cliffsDelta([.infinity], [1, .infinity]) == 0.5)
    #expect(cohensD([1], [1, 2]) == nil)
    #expect(cohensD([1, 1], [1, 1]) == 0)
    #expect(hedgesG([1, 1], [1, 1]) == 0)
    #expect(cohensD([2, 2], [1, 1]) == .infinity)
    #expect(cohensDz([2], [1]) == nil)
    #expect(cohensDz([0.84, 0.9], [0.79, 0.85])?.isNaN == true)
    #expect(rankBiserial([], []) == 0)
    #expect(rankBiserial([1, 1], [1, 1]) == 0)
  }
}
