import Statistics
import Testing

struct WilcoxonTests {
  @Test func `it agrees with exact arithmetic on every pair`() throws {
    let lines = try Fixture("wilcoxon.csv").lines
    for (key, group) in Dictionary(grouping: lines, by: { [$0["case"], $0["a"], $0["b"]] }) {
      let names = key.compactMap(\.self)
      let blocks = try Fixture.blocks(of: names[0], treatments: [names[1], names[2]])
      for line in group {
        let rule = try #require(ZeroRule(rawValue: line["zeros"] ?? ""))
        let test = Wilcoxon(blocks.values(of: 0), blocks.values(of: 1), zeros: rule)
        expect(test, line, better: blocks.better)
        expectOneSided(blocks, rule, line)
      }
    }
  }

  private func expect(_ test: Wilcoxon, _ line: [String: String], better: Direction) {
    func number(_ name: String) -> Double { Double(line[name] ?? "") ?? .nan }
    #expect(test.positive == number("positive"), "\(line)")
    #expect(test.negative == number("negative"), "\(line)")
    #expect(test.method == .exact)
    #expect(agrees(test.p, number("p_exact")), "\(line)")
    if line["effect"] != "" { #expect(agrees(test.effect, number("effect")), "\(line)") }
    if line["p_normal"] != "" {
      #expect(agrees(2 * Normal.survival(abs(test.z)), number("p_normal")), "\(line)")
    }
    let wins = better == .higher ? test.larger : test.smaller
    let losses = better == .higher ? test.smaller : test.larger
    #expect(
      [wins, test.zeros, losses]
        == [number("wins"), number("ties"), number("losses")].map { Int($0) },
      "\(line)")
  }

  private func expectOneSided(_ blocks: Blocks, _ rule: ZeroRule, _ line: [String: String]) {
    let differences = Differences(blocks.values(of: 0), blocks.values(of: 1))
    for (alternative, name) in [(Alternative.less, "p_less"), (.greater, "p_greater")] {
      let p = Wilcoxon(differences, zeros: rule, alternative: alternative).p
      #expect(agrees(p, Double(line[name] ?? "") ?? .nan), "\(alternative) \(line)")
    }
    guard let corrected = Double(line["p_corrected"] ?? "") else { return }
    let p = Wilcoxon(differences, zeros: rule, method: .normal, continuity: true).p
    #expect(agrees(p, corrected), "corrected \(line)")
  }

  @Test func `three wins out of three have p of one in four`() {
    #expect(Wilcoxon([0.84, 0.79, 0.91], [0.81, 0.76, 0.85]).p == 0.25)
  }

  @Test func `Demsar's C4.5 against C4.5+m splits two zeros`() throws {
    // JMLR 7 (2006), p. 8: R+ = 93, R- = 12
    let blocks = try Fixture.blocks(of: "demsar-2006-table6-printed")
    let test = Wilcoxon(blocks.values(of: 1), blocks.values(of: 0), zeros: .zsplit)
    #expect((test.positive, test.negative) == (93, 12))
    #expect(test.statistic == 12)
  }

  @Test func `ties are those of the decimals`() {
    // 0.05 three times, for and against, which doubles would tell apart
    let test = Wilcoxon([0.84, 0.9, 0.3], [0.79, 0.85, 0.35])
    #expect(test.ties == 3)
    #expect((test.positive, test.negative) == (4, 2))
    #expect(test.p == 1)
  }

  @Test func `ties of decimals change the answer, as docs/analysis.md tells`() {
    // Five differences of 0.03: scipy 1.17.1 finds 0.03125, its exact method 0.039, R 4.2.2 0.041.
    let first = [0.92, 0.93, 0.65, 0.67, 0.93, 0.67, 0.98, 0.94]
    let second = [0.89, 0.9, 0.62, 0.52, 0.96, 0.7, 0.88, 0.79]
    #expect(Wilcoxon(first, second).p == 0.1328125)
    #expect(Wilcoxon(first, second).ties == 7)
  }

  @Test func `zeros are those of the decimals and ties do not make certainty`() {
    // 5 wins, 45 ties, 5 losses of one size
    let first = [Double](repeating: 0.6, count: 5) + [Double](repeating: 0.5, count: 50)
    let second = [Double](repeating: 0.5, count: 50) + [Double](repeating: 0.6, count: 5)
    for rule in ZeroRule.allCases {
      let test = Wilcoxon(first, second, zeros: rule)
      #expect((test.larger, test.zeros, test.smaller) == (5, 45, 5))
      #expect(test.p == 1)
      #expect(test.effect == 0)
    }
  }

  @Test(arguments: ZeroRule.allCases)
  func `identical treatments have p of 1 and no effect`(_ rule: ZeroRule) {
    for count in 0...3 {
      let values = [Double](repeating: 0.7, count: count)
      let test = Wilcoxon(values, values, zeros: rule)
      #expect(test.p == 1)
      #expect(test.effect == 0)
      #expect(test.zeros == count)
    }
  }

  @Test func `sixty wins have p of 2^-59`() {
    let test = Wilcoxon((1...60).map { Double($0) / 1000 }, [Double](repeating: 0, count: 60))
    #expect(test.p == 0x1p-59)
    #expect(test.effect == 1)
  }

  @Test func `a swap turns the sign and keeps p`() {
    var random = SplitMix64(seed: 5)
    for count in 1...40 {
      let (x, y) = (scores(count, &random), scores(count, &random))
      for rule in ZeroRule.allCases {
        let (there, back) = (Wilcoxon(x, y, zeros: rule), Wilcoxon(y, x, zeros: rule))
        #expect(there.p == back.p)
        #expect(there.effect == -back.effect)
        #expect(there.z == -back.z)
        #expect((there.larger, there.smaller) == (back.smaller, back.larger))
      }
    }
  }

  @Test func `past the limit the normal approximation is close to the exact p`() {
    var random = SplitMix64(seed: 6)
    let (x, y) = (scores(Wilcoxon.exactLimit, &random), scores(Wilcoxon.exactLimit, &random))
    let exact = Wilcoxon(x, y, zeros: .zsplit)
    let normal = Wilcoxon(x + scores(60, &random), y + scores(60, &random), zeros: .zsplit)
    #expect(exact.method == .exact)
    #expect(normal.method == .normal)
    #expect(abs(2 * Normal.survival(abs(exact.z)) - exact.p) < 0.001)
  }

  @Test(arguments: [Alternative.greater, .less])
  func `continuity moves a one-sided z towards the null`(_ alternative: Alternative) {
    // R 4.2.2: wilcox.test(x, mu = 0, exact = FALSE, correct = TRUE, alternative = ...)
    let x = [1.83, 0.5, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.3]
    let y = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29]
    let test = Wilcoxon(x, y, alternative: alternative, method: .normal, continuity: true)
    #expect(agrees(test.p, alternative == .greater ? 0.022005492006475728 : 0.98351530937788989))
  }

  @Test func `a thousand differences can be exact`() {
    // 2^-999 for all wins; a shared sum of half the total has a p of 1
    let wins = (1...1000).map { Double($0) }
    let none = [Double](repeating: 0, count: 1000)
    #expect(Wilcoxon(wins, none).method == .normal)
    #expect(Wilcoxon(wins, none, method: .exact).p == 0x1p-999)
    let more = Wilcoxon(wins + [1001], none + [0], method: .exact)
    #expect(more.method == .normal)
  }

  @Test func `one-sided p values overlap in the sum itself`() {
    // Of 8 sign choices for 1, 2, 3: sums of 5 or more in 2, of 5 or less in 7
    let differences = Differences([2, 3, 0], [0, 0, 1])
    #expect(Wilcoxon(differences, alternative: .greater).p == 0.25)
    #expect(Wilcoxon(differences, alternative: .less).p == 0.875)
  }

  @Test func `p is at most the level as often as the level says`() {
    var random = SplitMix64(seed: 7)
    let small = (0..<1000).count { _ in
      Wilcoxon(scores(30, &random), scores(30, &random)).p < 0.1
    }
    #expect((62...138).contains(small))
  }

  @Test func `two frameworks alone are named in the sentence`() throws {
    let rows = (1...8).map { [0.5 + Double($0) / 100, 0.5] }
    #expect(
      try Wilcoxon.run(on: blocks(rows), alpha: 0.05).sentence
        == "f1 is better than f2: Wilcoxon signed-rank W = 0, Pratt zeros, p = 0.0078 on 8 datasets"
    )
    #expect(
      try Wilcoxon.run(on: blocks(rows, better: .lower), alpha: 0.05).sentence
        .hasPrefix("f2 is better than f1"))
    #expect(
      try Wilcoxon.run(on: blocks(rows), alpha: 0.001).sentence
        .hasPrefix("no difference between f1 and f2 is shown"))
  }
}

/// Scores of two decimals, so that ties and zeros happen.
private func scores(_ count: Int, _ random: inout SplitMix64) -> [Double] {
  (0..<count).map { _ in Double(Int.random(in: 0..<100, using: &random)) / 100 }
}
