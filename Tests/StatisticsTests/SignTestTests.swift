import Statistics
import Testing

struct SignTestTests {
  @Test func `it agrees with exact arithmetic on every pair`() throws {
    for line in try Fixture("pairs.csv").lines {
      let (a, b) = try Fixture.pair(line)
      let p = try #require(Double(line["sign_p"] ?? ""))
      #expect(agrees(SignTest(a, b).p(), p), "\(line)")
    }
  }

  @Test func `ten wins and two losses`() {
    // R 4.2.2: binom.test(10, 12), alternative greater and less
    let test = SignTest(wins: 10, losses: 2)
    #expect(test.p() == 0.03857421875)
    #expect(test.p(.greater) == 0.019287109375)
    #expect(test.p(.less) == 0.9968261718750)
  }

  @Test func `ties are those of the decimals and do not count`() {
    let test = SignTest([0.84, 0.5, 0.9], [0.79, 0.5, 0.91])
    #expect((test.wins, test.losses, test.ties) == (1, 1, 1))
    #expect(test.p() == 1)
  }

  @Test func `nothing won and nothing lost is no evidence`() {
    for alternative in Alternative.allCases {
      #expect(SignTest([], []).p(alternative) == 1)
      #expect(SignTest([1, 1, 1], [1, 1, 1]).p(alternative) == 1)
    }
  }

  @Test func `a hundred thousand wins keep their digits`() {
    // exact: twice the sum of 49000 binomial coefficients over 2^100000
    let p = SignTest(wins: 51_000, losses: 49_000).p()
    #expect(agrees(p, 2.588716038346898e-10))
    #expect(agrees(SignTest(wins: 1000, losses: 0).p(), 0x1p-999))
  }

  @Test func `the finding counts pairs`() throws {
    let blocks = try Fixture.blocks(of: "garcia-herrera-2008")
    let sentence = try SignTest.run(on: blocks, alpha: 0.05).sentence
    #expect(
      sentence == "6 of 10 pairs differ at 0.05: sign test, adjusted by Holm, on 30 datasets")
  }
}
