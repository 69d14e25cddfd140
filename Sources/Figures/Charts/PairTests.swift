import Statistics
internal import Tables

/// Each pair of frameworks on the blocks that both have.
struct PairTests {
  /// One framework against another; `first` stands before `second` in the order.
  struct Pair: Sendable {
    let first: String
    let second: String
    /// Of the first less the second, in the values' own units.
    let medianDifference: Double
    let wins: Int
    let ties: Int
    let losses: Int
    /// Adjusted; NaN where the test has no answer.
    let p: Double
    /// The matched-pairs rank-biserial correlation: above 0 where the first is better.
    let effect: Double

    var count: Int { wins + ties + losses }
  }

  /// The frameworks, best first: by the mean share of blocks on which they beat another.
  let order: [String]
  let pairs: [Pair]

  init(_ means: BlockMeans, isHigherBetter: Bool) throws(FigureError) {
    let observations = means.means.flatMap { treatment, cells in
      cells.map { Blocks.Observation(block: $0.key, treatment: treatment, value: $0.value) }
    }
    do throws(StatisticsError) {
      let blocks = try Blocks(observations, better: isHigherBetter ? .higher : .lower)
      let test = try PostHoc(blocks, .wilcoxon, .holm, keepingIncomplete: true)
      let names = blocks.treatments
      let places = Self.order(names, test.comparisons)
      order = places.map { names[$0] }
      pairs = test.comparisons.map { found in
        let isInOrder =
          (places.firstIndex(of: found.first) ?? 0) < (places.firstIndex(of: found.second) ?? 0)
        let (first, second) = isInOrder ? (found.first, found.second) : (found.second, found.first)
        return Pair(
          first: names[first], second: names[second],
          medianDifference: Self.medianDifference(means, names[first], names[second]),
          wins: isInOrder ? found.wins : found.losses, ties: found.ties,
          losses: isInOrder ? found.losses : found.wins, p: found.adjusted,
          effect: isInOrder ? found.effect : -found.effect)
      }
    } catch {
      throw .tooLittle(error.description)
    }
    guard pairs.contains(where: { $0.count > 0 }) else {
      throw .tooLittle("no two frameworks share a dataset, one at least is needed")
    }
  }

  private static func order(_ names: [String], _ found: [PostHoc.Comparison]) -> [Int] {
    var shares = [Double](repeating: 0, count: names.count)
    for one in found {
      let count = Double(max(one.wins + one.ties + one.losses, 1))
      shares[one.first] += (Double(one.wins) + Double(one.ties) / 2) / count
      shares[one.second] += (Double(one.losses) + Double(one.ties) / 2) / count
    }
    return names.indices.sorted {
      shares[$0] == shares[$1] ? names[$0] < names[$1] : shares[$0] > shares[$1]
    }
  }

  private static func medianDifference(
    _ means: BlockMeans, _ first: String, _ second: String
  ) -> Double {
    let differences = means.blocks(sharedBy: [first, second]).compactMap { block -> Double? in
      guard let one = means.means[first]?[block], let other = means.means[second]?[block] else {
        return nil
      }
      return one - other
    }
    return median(of: differences) ?? .nan
  }

  func pair(_ one: String, _ other: String) -> Pair? {
    pairs.first { $0.first == one && $0.second == other }
  }

  func differing(at alpha: Double) -> [Pair] { pairs.filter { $0.p < alpha } }

  /// Whom the best of them beats.
  func title(alpha: Double, _ isHigherBetter: Bool) -> String {
    let best = order[0]
    let own = order.dropFirst().compactMap { pair(best, $0) }
    let beaten = own.filter { $0.p < alpha && $0.effect > 0 }
    guard !differing(at: alpha).isEmpty else {
      return pairs.count == 1
        ? "\(Phrase.list([best])) and \(Phrase.list([order[1]])) are not shown to differ"
        : "No pair of the \(order.count) frameworks is shown to differ"
    }
    if beaten.count == own.count {
      return own.count == 1
        ? "\(Phrase.list([best])) beats \(Phrase.list([own[0].second]))"
        : "\(Phrase.list([best])) beats each of the \(own.count) others"
    }
    let open = own.filter { !($0.p < alpha) }.map(\.second)
    return beaten.isEmpty
      ? "\(differing(at: alpha).count) of \(counted(pairs.count, "pair")) differ, none of them "
        + "with \(Phrase.list([best]))"
      : "\(Phrase.list([best])) beats \(beaten.count) of \(own.count) others, not "
        + "\(Phrase.list(open))"
  }

  func description(alpha: Double) -> String {
    let words = pairs.map { pair in
      "\(pair.first) wins \(pair.wins), ties \(pair.ties) and loses \(pair.losses) against "
        + "\(pair.second), \(pair.p.isNaN ? "no p value" : Numeral.probability(pair.p))"
    }
    return "Matrix of \(counted(pairs.count, "pair")) of frameworks, "
      + "\(differing(at: alpha).count) of which differ at \(alpha). \(Phrase.spoken(words))."
  }
}
