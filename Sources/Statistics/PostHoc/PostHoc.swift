package import Tables

/// Which treatments differ: all pairs, or all with one, p values adjusted for their number.
///
/// ```
/// try PostHoc(blocks, .conover, .holm).comparisons.map(\.adjusted)
/// try PostHoc(blocks, .wilcoxon, .holm, control: "tpot")
/// ```
///
/// **Shape**: comparisons (0, 1), (0, 2), ... (1, 2), ..., or of the control with each other
/// treatment, in their order. Nemenyi's test corrects by itself and takes no adjustment.
///
/// Incomplete blocks are left out, as the tests of all treatments at once leave them out. Where a
/// pair is judged by itself (wilcoxon, sign, t) they can be kept: then each pair has the blocks
/// that both treatments are on, and pairs differ in how many these are.
///
/// **Edge cases**: a comparison without an answer has p = NaN and does not count (the t test where
/// all differences are the same).
/// - Complexity: O(k^2 N log N), and for the exact signed-rank test O(k^2 N^3) at most.
package struct PostHoc: Sendable {
  package struct Comparison: Sendable {
    /// Where the two treatments stand in the blocks.
    package let first, second: Int
    /// What the method's ``PairMethod/statistic`` says.
    package let statistic: Double
    package let p, adjusted: Double
    /// The matched-pairs rank-biserial correlation with Pratt's zeros, whatever the method:
    /// positive where the first is better.
    package let effect: Double
    /// Of the first.
    package let wins, ties, losses: Int
  }

  package let method: PairMethod
  package let adjustment: Adjustment
  /// The treatment that all others face, where there is one.
  package let control: Int?
  /// The mean rank of each treatment on complete blocks; 1 is the best, NaN without any.
  package let meanRanks: [Double]
  package let comparisons: [Comparison]
  /// Whether each pair has the blocks that both are on.
  private let keepsIncomplete: Bool

  package init(
    _ blocks: Blocks, _ method: PairMethod, _ adjustment: Adjustment = .holm,
    control: String? = nil, keepingIncomplete: Bool = false
  ) throws(StatisticsError) {
    let keeping = keepingIncomplete && method.judgesPairsAlone
    keepsIncomplete = keeping
    let some = keeping && !blocks.incomplete.isEmpty
    try blocks.require(blocks: some ? 0 : 1, treatments: 2)
    self.method = method
    self.adjustment = method == .nemenyi ? .none : adjustment
    self.control = try blocks.place(of: control)
    meanRanks = RankSums(of: blocks).ranks.map { $0 / Double(blocks.names.count) }
    let paired = PairedBlocks(blocks, incomplete: keeping)
    let found = Self.compare(
      paired, by: try method.test(on: blocks), Self.pairs(blocks.treatments.count, self.control))
    let adjusted = try self.adjustment.adjust(
      found.map(\.p), allPairsOf: self.control == nil ? blocks.treatments.count : nil)
    comparisons = zip(found, adjusted).map { $0.adjusted(to: $1) }
  }

  private static func pairs(_ count: Int, _ control: Int?) -> [(Int, Int)] {
    if let control { return (0..<count).filter { $0 != control }.map { (control, $0) } }
    return (0..<count).flatMap { one in (one + 1..<max(count, one + 1)).map { (one, $0) } }
  }

  private static func compare(
    _ paired: PairedBlocks, by test: any PairTest, _ pairs: [(Int, Int)]
  ) -> [Comparison] {
    concurrentMap(pairs.count, ofSize: 4 * paired.count) { place in
      let (first, second) = pairs[place]
      let sums = paired.sums(first, second, zeros: .pratt)
      let found = test.compare(first, second, sums, paired)
      return Comparison(
        first: first, second: second, statistic: found.statistic, p: found.p, adjusted: found.p,
        effect: sums.effect, wins: sums.larger, ties: sums.zeros, losses: sums.smaller)
    }
  }
}

extension PostHoc.Comparison {
  fileprivate func adjusted(to value: Double) -> Self {
    Self(
      first: first, second: second, statistic: statistic, p: p, adjusted: value, effect: effect,
      wins: wins, ties: ties, losses: losses)
  }
}

extension Blocks {
  /// Where `treatment` stands; nil for none, an error for one that is not there.
  func place(of treatment: String?) throws(StatisticsError) -> Int? {
    guard let treatment else { return nil }
    guard let place = treatments.firstIndex(of: treatment) else {
      throw .unknownTreatment(treatment, among: treatments)
    }
    return place
  }
}

extension PostHoc {
  /// A row per comparison: `a b statistic p p_adjusted effect wins ties losses`.
  package func table(_ treatments: [String]) -> Table {
    Table(
      columns: ["a", "b", "statistic", "p", "p_adjusted", "effect", "wins", "ties", "losses"],
      rows: comparisons.map { one in
        [
          .text(treatments[one.first]), .text(treatments[one.second]), .number(one.statistic),
          .number(one.p), .number(one.adjusted), .number(one.effect), .integer(Int64(one.wins)),
          .integer(Int64(one.ties)), .integer(Int64(one.losses)),
        ]
      })
  }

  /// The table, and how many comparisons differ at `alpha`.
  func finding(on blocks: Blocks, alpha: Double) -> Finding {
    let differing = comparisons.count { $0.adjusted < alpha }
    let what = [method.title, adjustment == .none ? nil : adjustment.title].compactMap(\.self)
    let facing = control.map { ["all against \(blocks.treatments[$0])"] } ?? []
    return Finding(
      table: table(blocks.treatments),
      sentence: verdict(differing, of: comparisons.count, at: alpha)
        + ": \((what + facing).joined(separator: ", ")), on \(datasets(of: blocks))")
  }

  /// What comparisons are on: the complete datasets, or from how few to how many of a pair.
  private func datasets(of blocks: Blocks) -> String {
    let counts = comparisons.map { $0.wins + $0.ties + $0.losses }
    guard keepsIncomplete, let least = counts.min(), let most = counts.max() else {
      return blocks.datasets
    }
    return (least == most ? "" : "\(least) to ")
      + "\(text(most, "dataset")) that both of a pair are on"
  }
}
