import Statistics
import Testing

struct McNemarTests {
  @Test func `it agrees with R`() {
    // R 4.2.2: binom.test(2, 12), 2 pbinom(2, 12, .5) - dbinom(2, 12, .5), mcnemar.test
    let test = McNemar(onlyFirst: 10, onlySecond: 2)
    #expect(agrees(test.p(.exact), 0.03857421875))
    #expect(agrees(test.p(.midP), 0.0224609375))
    #expect(agrees(test.p(.chiSquared), 0.020921335337794066))
    #expect(agrees(test.p(.corrected), 0.043308142810791941))
    #expect(agrees(test.statistic(corrected: true), 49.0 / 12))
  }

  @Test(arguments: McNemar.Method.allCases)
  func `no disagreement is no evidence`(_ method: McNemar.Method) {
    let test = McNemar(onlyFirst: 0, onlySecond: 0)
    #expect(test.p(method) == 1)
    #expect(test.statistic(corrected: false) == 0)
  }

  @Test(arguments: McNemar.Method.allCases)
  func `either classifier may come first`(_ method: McNemar.Method) {
    for (b, c) in [(0, 1), (1, 1), (3, 2), (40, 61), (60_000, 61_000)] {
      let p = McNemar(onlyFirst: b, onlySecond: c).p(method)
      #expect(p == McNemar(onlyFirst: c, onlySecond: b).p(method))
      #expect(p > 0 && p <= 1)
    }
  }

  @Test func `a single disagreement shows nothing`() {
    let test = McNemar(onlyFirst: 1, onlySecond: 0)
    #expect(test.p(.exact) == 1)
    #expect(test.p(.midP) == 0.5)
    #expect(test.p(.corrected) == 1)
  }

  @Test func `the mid-p of an even split leaves out half of it`() {
    // Fagerland, Lydersen and Laake (2013): 1 - f/2, where twice the smaller tail would give 1
    #expect(agrees(McNemar(onlyFirst: 1, onlySecond: 1).p(.midP), 0.75))
    // Their table 1, Bentur's children: 1 and 7 discordant, mid-p 0.039
    #expect(agrees(McNemar(onlyFirst: 1, onlySecond: 7).p(.midP), 0.0390625))
  }
}
