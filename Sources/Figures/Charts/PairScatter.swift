import Statistics
internal import Tables

/// Two frameworks against each other, a dot a dataset, with the diagonal; beside it the numbers and the
/// datasets on which they differ most.
enum PairScatter: Chart {
  static let name = "pair-scatter"
  static let help = "two frameworks against each other, a dot a dataset, with the diagonal"
  static let channels = BlockMeans.channels
  static let settings = [Setting("alpha", "the level of the test, 0.05 unless told")]

  static func drawing(of input: ChartInput) throws(FigureError) -> Drawing {
    let isHigherBetter = try input.isHigherBetter()
    let alpha = try input.number("alpha", default: 0.05, in: 0...1)
    let means = try BlockMeans(in: input)
    let pairs = try PairTests(means, isHigherBetter: isHigherBetter)
    let chosen = input.options.highlight.filter(pairs.order.contains)
    let names = chosen.count >= 2 ? pairs.order.filter(chosen.contains) : pairs.order
    guard let test = pairs.pair(names[0], names[1]), test.count > 0 else {
      throw .tooLittle("\(names[0]) and \(names[1]) share no dataset, one at least is needed")
    }
    let dots = ScatterPair(
      x: test.second, y: test.first, means: means, isHigherBetter: isHigherBetter)
    let layout = PairScatterLayout(
      pair: dots, test: test, width: input.width, label: input.label,
      palette: input.palette(of: [test.first, test.second], favourites: []))
    let left = pairs.order.filter { $0 != test.first && $0 != test.second }
    return Drawing(
      title: title(test, alpha: alpha, isHigherBetter),
      notes: notes(test, input.label, isHigherBetter, skipped: means.skipped),
      description: description(test, dots), height: layout.height, marks: layout.marks,
      footnotes: layout.footnotes
        + (left.isEmpty ? [] : ["Not drawn: \(Phrase.list(left, limit: 12))."]))
  }
}

// MARK: - Words

extension PairScatter {
  private static func title(
    _ test: PairTests.Pair, alpha: Double, _ isHigherBetter: Bool
  ) -> String {
    let winner = test.wins >= test.losses ? test.first : test.second
    let loser = winner == test.first ? test.second : test.first
    let word = isHigherBetter ? "higher" : "lower"
    let count =
      "\(Numeral.grouped(max(test.wins, test.losses))) of \(counted(test.count, "dataset"))"
    let head = "\(Phrase.list([winner])) scores \(word) than \(Phrase.list([loser])) on \(count)"
    return test.p < alpha ? head : head + ", a difference that may be chance"
  }

  private static func notes(
    _ test: PairTests.Pair, _ label: String?, _ isHigherBetter: Bool, skipped: Int
  ) -> [String] {
    [
      label.map { "mean \($0) per dataset" }, "n = \(counted(test.count, "dataset"))",
      Phrase.better(isHigherBetter),
      test.p.isNaN ? nil : "Wilcoxon signed-rank test, \(Numeral.probability(test.p))",
      "a dot has the colour of the better framework", Phrase.skipped(skipped),
    ].compactMap { $0 }
  }

  private static func description(_ test: PairTests.Pair, _ pair: ScatterPair) -> String {
    let widest = pair.widest.prefix(3).map { dot in
      "\(dot.block) \(Numeral.brief(dot.y)) against \(Numeral.brief(dot.x))"
    }
    return "Scatter plot of \(test.first) against \(test.second), with the diagonal. "
      + "\(test.first) wins \(test.wins), ties \(test.ties) and loses \(test.losses), median "
      + "difference \(Numeral.brief(test.medianDifference)). They differ most on "
      + "\(Phrase.spoken(Array(widest)))."
  }
}

extension ScatterPair {
  /// The datasets on which they differ most first.
  var widest: [ScatterDot] {
    dots.sorted {
      let (one, other) = (abs($0.y - $0.x), abs($1.y - $1.x))
      return one == other ? $0.block < $1.block : one > other
    }
  }
}
