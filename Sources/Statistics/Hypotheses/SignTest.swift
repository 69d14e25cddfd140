/// The sign test of two treatments: wins and losses against the toss of a fair coin.
///
/// ```
/// SignTest(wins: 10, losses: 2).p()   // 0.03857421875
/// ```
///
/// Exact, by the binomial distribution; ties are left out. The two-sided p is twice the smaller
/// tail, at most 1.
///
/// **Edge cases**: without wins and losses p is 1.
///
/// **Source**: Dixon and Mood, The statistical sign test, JASA 41 (1946). Demsar (2006) splits ties
/// evenly between both; R and scipy leave them to the caller, who drops them as here.
/// - Complexity: O(sqrt n) for p.
package struct SignTest: Sendable {
  package let wins, losses, ties: Int

  package init(wins: Int, losses: Int, ties: Int = 0) {
    (self.wins, self.losses, self.ties) = (wins, losses, ties)
  }

  /// Counts where `first` is larger, smaller and equal; all values are finite.
  package init(_ first: [Double], _ second: [Double]) {
    precondition(first.count == second.count, "values come in pairs")
    let pairs = zip(first, second)
    self.init(
      wins: pairs.count { $0 > $1 }, losses: pairs.count { $0 < $1 },
      ties: pairs.count { $0 == $1 })
  }

  package func p(_ alternative: Alternative = .twoSided) -> Double {
    let coins = Binomial(trials: wins + losses)
    return alternative.p(below: coins.lowerTail(wins), above: coins.upperTail(wins))
  }
}

extension SignTest: Hypothesis {
  package static let name = "sign"
  package static let title = "Sign test of all pairs, adjusted by Holm"
  package static let help = """
    Which pairs of frameworks differ in how often one beats the other, by how much counting for \
    nothing. Exact; ties are left out; adjusted over all pairs by Holm. Weaker than holm, but it \
    assumes nothing about the sizes of differences.
    """
  package static let reference = """
    Dixon and Mood, The statistical sign test, JASA 41 (1946)
    """

  package static func run(on blocks: Blocks, alpha: Double) throws(StatisticsError) -> Finding {
    let alpha = try level(alpha)
    return try PostHoc(blocks, .sign, .holm).finding(on: blocks, alpha: alpha)
  }
}
