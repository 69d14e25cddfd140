/// The permutation test of the mean difference of paired values: every sign of every difference is
/// as likely as its opposite.
///
/// ```
/// var random = SplitMix64(seed: 1)
/// PermutationTest([0.84, 0.79, 0.91], [0.81, 0.76, 0.85], using: &random).p   // 0.25
/// ```
///
/// p is exact where that is quick: for up to ``exactLimit`` differences, or where they are few
/// enough steps of their decimals apart to count all sums. Otherwise signs are drawn, and p = (1 +
/// b) / (1 + draws) for b draws as extreme as the data, which is never 0 and keeps the level. Sums
/// are of decimals: equal ones are equal.
///
/// **Edge cases**: without any difference p is 1.
///
/// **Source**: Fisher, The design of experiments (1935), III; Phipson and Smyth, Permutation
/// p-values should never be zero, Statistical Applications in Genetics and Molecular Biology 9
/// (2010).
/// - Complexity: O(2^(n/2) n), O(n total) or O(n draws), whichever applies.
package struct PermutationTest: Sendable {
  package enum Method: Sendable, Equatable {
    case exact
    case drawn(Int)
  }

  /// The number of differences up to which p is exact, whatever they are.
  package static let exactLimit = 30
  /// How many signs are drawn unless said otherwise.
  package static let draws = 100_000

  /// The mean of first - second.
  package let mean: Double
  package let method: Method
  package let p: Double

  package init(
    _ first: [Double], _ second: [Double], alternative: Alternative = .twoSided,
    draws: Int = draws, using random: inout some RandomNumberGenerator
  ) {
    precondition(draws > 0, "at least one draw is needed")
    let differences = Differences(first, second)
    mean = first.isEmpty ? 0 : differences.moments.mean
    let signs = SignedSums(of: differences.multiples)
    if let tails = signs.exactTails() {
      method = .exact
      p = alternative.p(below: tails.below, above: tails.above)
    } else {
      method = .drawn(draws)
      p = signs.drawnP(alternative, draws, using: &random)
    }
  }
}
