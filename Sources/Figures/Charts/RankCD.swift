import Statistics
internal import Tables

/// Mean ranks on an axis, with the critical distance and bars over what the test cannot tell apart.
///
/// **Source**: Demsar, Statistical comparisons of classifiers over multiple data sets, JMLR 7 (2006),
/// figure 1; here the best framework stands at the left.
enum RankCD: Chart {
  static let name = "rank-cd"
  static let help = "mean ranks, the critical distance and what Nemenyi's test cannot tell apart"
  static let channels = BlockMeans.channels
  static let settings = [Setting("alpha", "the level of the test, 0.05 unless told")]

  /// More labels than this no reader follows.
  static let mostFrameworks = 60

  static func drawing(of input: ChartInput) throws(FigureError) -> Drawing {
    let isHigherBetter = try input.isHigherBetter()
    let alpha = try input.number("alpha", default: 0.05, in: 0...1)
    // Below the smaller bound the critical distance is infinite.
    guard alpha > 1e-290, alpha < 1 else {
      throw .badSetting("alpha", value: "\(alpha)", expected: "a number between 0 and 1")
    }
    let means = try BlockMeans(in: input)
    let test = try RankTest(means, isHigherBetter: isHigherBetter, alpha: alpha)
    let shown = Array(test.standings.prefix(mostFrameworks))
    let layout = RankLayout(
      standings: shown, cliques: test.cliques.filter { $0.upperBound < shown.count },
      criticalDistance: test.criticalDistance, width: input.width,
      palette: input.palette(of: test.standings.map(\.name), favourites: test.favourites))
    let left = test.standings.dropFirst(mostFrameworks).map(\.name)
    return Drawing(
      title: test.verdict, notes: notes(test, label: input.label, skipped: means.skipped),
      description: description(test), height: layout.height, marks: layout.marks,
      footnotes: left.isEmpty
        ? [] : ["Not drawn, of lower rank: \(Phrase.list(left, limit: 12))."])
  }

  private static func notes(_ test: RankTest, label: String?, skipped: Int) -> [String] {
    let n = "n = \(counted(test.blocks, "dataset"))"
    let incomplete =
      test.incomplete == 0
      ? nil
      : "\(counted(test.incomplete, "dataset")) that some framework lacks left out"
    return [
      "mean rank by \(label ?? "value"), 1 is best", n, incomplete,
      "Nemenyi test, α = \(test.alpha)", "Friedman \(Numeral.probability(test.p))",
      "bars join what the test cannot tell apart", Phrase.skipped(skipped),
    ].compactMap { $0 }
  }

  private static func description(_ test: RankTest) -> String {
    let ranks = test.standings.map { "\($0.name) \(Numeral.fixed($0.rank, decimals: 2))" }
    return "Critical difference diagram. \(test.verdict). Mean ranks over "
      + "\(counted(test.blocks, "dataset")): \(Phrase.spoken(ranks)). Ranks that differ by "
      + "more than \(Numeral.fixed(test.criticalDistance, decimals: 2)) are distinguished."
  }
}

/// A framework's place among the others.
struct Standing: Sendable, Equatable {
  let name: String
  let rank: Double
}

/// What Friedman's and Nemenyi's tests say, in the words and the order of the diagram.
struct RankTest {
  /// Best mean rank first; equal ranks by name.
  let standings: [Standing]
  /// Which runs of standings a bar joins.
  let cliques: [ClosedRange<Int>]
  let criticalDistance: Double
  let alpha: Double
  /// Friedman's.
  let p: Double
  let blocks: Int
  let incomplete: Int

  init(_ means: BlockMeans, isHigherBetter: Bool, alpha: Double) throws(FigureError) {
    let observations = means.means.flatMap { treatment, cells in
      cells.map { Blocks.Observation(block: $0.key, treatment: treatment, value: $0.value) }
    }
    do throws(StatisticsError) {
      let blocks = try Blocks(observations, better: isHigherBetter ? .higher : .lower)
      let nemenyi = try Nemenyi(blocks, alpha: alpha)
      let ranks = nemenyi.meanRanks
      let order = ranks.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }
      standings = order.map { Standing(name: blocks.treatments[$0], rank: ranks[$0]) }
      let places = Dictionary(
        uniqueKeysWithValues: order.enumerated().map { ($0.element, $0.offset) })
      cliques = nemenyi.cliques.compactMap { clique in
        let own = clique.compactMap { places[$0] }
        guard let first = own.min(), let last = own.max() else { return nil }
        return first...last
      }
      criticalDistance = nemenyi.criticalDistance
      p = try Friedman(blocks).p
      self.alpha = alpha
      self.blocks = blocks.names.count
      incomplete = blocks.incomplete.count
    } catch {
      throw .tooLittle(error.description)
    }
  }

  /// What deserves a colour among many: the leaders where they are few, else the first.
  var favourites: [String] {
    leaders.count <= Palette.size ? leaders : [standings[0].name]
  }

  /// The best framework and those that do not differ from it.
  var leaders: [String] {
    standings.filter { $0.rank - standings[0].rank <= criticalDistance }.map(\.name)
  }

  /// The finding, with Friedman's test as the gate to Nemenyi's.
  var verdict: String {
    guard p < alpha else {
      return "No difference between the \(standings.count) frameworks is shown (Friedman "
        + "\(Numeral.probability(p)))"
    }
    let first = standings.filter { $0.rank == standings[0].rank }.map(\.name)
    let rank = Numeral.fixed(standings[0].rank, decimals: 2)
    let head = "\(Phrase.list(first)) rank\(first.count == 1 ? "s" : "") first (\(rank))"
    let others = leaders.filter { !first.contains($0) }
    return others.isEmpty
      ? head + ", ahead of every other framework"
      : head + ", not distinguishable from \(Phrase.list(others))"
  }
}
