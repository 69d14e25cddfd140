import Statistics
import Testing

struct CorrectedTTests {
  @Test func `it agrees with arbitrary precision on folds`() throws {
    for line in try Fixture("folds.csv").lines {
      func number(_ name: String) -> Double { Double(line[name] ?? "") ?? .nan }
      let test = CorrectedT(
        numbers(line["first"]), numbers(line["second"]), testShare: number("test_share"))
      #expect(agrees(test.t, number("t")), "\(line)")
      #expect(agrees(test.p, number("p")), "\(line)")
      #expect(agrees(test.standardError, number("error")), "\(line)")
    }
  }

  @Test func `a swap turns the sign and the alternative`() {
    let (x, y) = ([0.84, 0.79, 0.91, 0.7], [0.81, 0.77, 0.85, 0.71])
    let there = CorrectedT(x, y, testShare: 0.1, alternative: .greater)
    let back = CorrectedT(y, x, testShare: 0.1, alternative: .less)
    #expect(there.t == -back.t)
    #expect(there.p == back.p)
    #expect(agrees(CorrectedT(x, y, testShare: 0.1).p, 2 * there.p))
  }

  @Test func `without spread there is no answer`() {
    #expect(CorrectedT([], [], testShare: 0.1).p.isNaN)
    #expect(CorrectedT([0.5], [0.4], testShare: 0.1).p.isNaN)
    // 0.05 three times, which doubles would tell apart
    let test = CorrectedT([0.84, 0.9, 0.4], [0.79, 0.85, 0.35], testShare: 0.1)
    #expect(test.deviation == 0)
    #expect(test.p.isNaN)
    #expect(test.mean == 0.05)
  }
}
