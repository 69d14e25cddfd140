internal import Tables

/// Every pair of frameworks against each other: a panel a pair, a dot a block, and the diagonal.
enum ScatterMatrix: Chart {
  static let name = "scatter-matrix"
  static let help = "each pair of frameworks, a dot a block, with the diagonal"
  static let channels = BlockMeans.channels

  /// Six frameworks make fifteen panels, as many as a page holds.
  static let mostFrameworks = 6

  static func drawing(of input: ChartInput) throws(FigureError) -> Drawing {
    let isHigherBetter = try input.isHigherBetter()
    let means = try BlockMeans(in: input)
    let ranked = means.ranked(isHigherBetter: isHigherBetter)
    guard ranked.count >= 2 else {
      throw .tooLittle(
        "the table has \(counted(ranked.count, "framework")), a pair needs two")
    }
    let chosen = input.options.highlight.filter(ranked.contains)
    let candidates = chosen.count >= 2 ? ranked.filter(chosen.contains) : ranked
    let shown = Array(candidates.prefix(mostFrameworks))
    let pairs = pairs(of: shown, means: means, isHigherBetter: isHigherBetter)
    guard pairs.contains(where: { !$0.dots.isEmpty }) else {
      throw .tooLittle("no two frameworks share a block, one at least is needed")
    }
    let layout = ScatterLayout(
      pairs: pairs, width: input.width, palette: input.palette(of: ranked, favourites: shown))
    let left = ranked.filter { !shown.contains($0) }
    return Drawing(
      title: title(pairs, first: shown[0], isHigherBetter),
      notes: notes(pairs, means: means, label: input.label, isHigherBetter),
      description: description(pairs), height: layout.height, marks: layout.marks,
      footnotes: footnotes(layout, left: left))
  }

  private static func pairs(
    of shown: [String], means: BlockMeans, isHigherBetter: Bool
  ) -> [ScatterPair] {
    shown.indices.flatMap { better in
      shown.indices.dropFirst(better + 1).map { worse in
        ScatterPair(
          x: shown[worse], y: shown[better], means: means, isHigherBetter: isHigherBetter)
      }
    }
  }
}

/// Two frameworks on the blocks that both have.
struct ScatterPair: Sendable {
  let x: String
  let y: String
  let dots: [ScatterDot]

  init(x: String, y: String, means: BlockMeans, isHigherBetter: Bool) {
    self.x = x
    self.y = y
    dots = means.blocks(sharedBy: [x, y]).compactMap { block in
      guard let across = means.means[x]?[block], let up = means.means[y]?[block] else { return nil }
      let winner = across == up ? nil : (up > across) == isHigherBetter ? y : x
      return ScatterDot(block: block, x: across, y: up, winner: winner)
    }
  }

  func wins(of framework: String) -> Int { dots.count { $0.winner == framework } }
}

struct ScatterDot: Sendable {
  let block: String
  let x: Double
  let y: Double
  /// The better framework on this block; nil for a tie.
  let winner: String?
}

// MARK: - Words

extension ScatterMatrix {
  /// Whether the framework of the best mean wins most blocks against each other, or else the most
  /// lopsided pair.
  private static func title(
    _ pairs: [ScatterPair], first: String, _ isHigherBetter: Bool
  ) -> String {
    let word = isHigherBetter ? "higher" : "lower"
    let own = pairs.filter { $0.y == first }
    if own.count > 1, own.allSatisfy({ $0.wins(of: $0.y) > $0.wins(of: $0.x) }) {
      return "\(Phrase.list([first])) scores \(word) than each of the others on most datasets"
    }
    let widest = pairs.max { abs(lead($0)) < abs(lead($1)) } ?? pairs[0]
    let (winner, loser) = lead(widest) >= 0 ? (widest.y, widest.x) : (widest.x, widest.y)
    return "\(Phrase.list([winner])) scores \(word) than \(Phrase.list([loser])) on "
      + "\(Numeral.grouped(widest.wins(of: winner))) of \(counted(widest.dots.count, "dataset"))"
  }

  private static func lead(_ pair: ScatterPair) -> Int {
    pair.wins(of: pair.y) - pair.wins(of: pair.x)
  }

  private static func notes(
    _ pairs: [ScatterPair], means: BlockMeans, label: String?, _ isHigherBetter: Bool
  ) -> [String] {
    let counts = pairs.map(\.dots.count)
    let least = counts.min() ?? 0
    let most = counts.max() ?? 0
    let n = least == most ? Numeral.grouped(most) : "\(least) to \(most)"
    let ties = pairs.reduce(0) { $0 + $1.dots.count { $0.winner == nil } }
    return [
      label.map { "mean \($0) per dataset" }, "n = \(n) datasets a pair",
      Phrase.better(isHigherBetter),
      "a dot has the colour of the better framework, whose wins are counted",
      ties == 0 ? nil : "\(counted(ties, "tie")) in grey", Phrase.skipped(means.skipped),
    ].compactMap { $0 }
  }

  private static func footnotes(_ layout: ScatterLayout, left: [String]) -> [String] {
    let most = layout.pairs.map(\.dots.count).max() ?? 0
    let dots =
      most <= layout.mostDots
      ? nil
      : "A panel draws \(Numeral.grouped(layout.mostDots)) of up to \(counted(most, "dataset")), "
        + "evenly by name; wins count all."
    let frameworks = left.isEmpty ? nil : "Not drawn: \(Phrase.list(left, limit: 12))."
    return [dots, frameworks].compactMap { $0 }
  }

  private static func description(_ pairs: [ScatterPair]) -> String {
    let parts = pairs.map {
      "\($0.y) wins \($0.wins(of: $0.y)) and \($0.x) \($0.wins(of: $0.x)) of \($0.dots.count)"
    }
    return
      "Scatter plots of frameworks by pair, with the diagonal. \(parts.joined(separator: "; "))."
  }
}
