import Statistics
internal import Tables

/// Every pair of frameworks in a cell: the median difference, wins, ties and losses, and the p value.
///
/// **Source**: Ismail-Fawaz et al., An approach to multiple comparison benchmark evaluations that is
/// stable under manipulation of the comparate set, arXiv:2305.11921 (2023): a cell stays as it is when a
/// framework joins. Its p values alone are adjusted, by Holm, and so depend on how many pairs there are.
enum PairwiseMatrix: Chart {
  static let name = "pairwise-matrix"
  static let help = "each pair of frameworks: median difference, wins, ties, losses, Holm's p"
  static let channels = BlockMeans.channels
  static let settings = [Setting("alpha", "the level of the tests, 0.05 unless told")]

  /// More names than this do not fit beside their cells.
  static let mostFrameworks = 20

  static func drawing(of input: ChartInput) throws(FigureError) -> Drawing {
    let isHigherBetter = try input.isHigherBetter()
    let alpha = try input.number("alpha", default: 0.05, in: 0...1)
    let means = try BlockMeans(in: input)
    let pairs = try PairTests(means, isHigherBetter: isHigherBetter)
    let chosen = input.options.highlight.filter(pairs.order.contains)
    let candidates = chosen.count >= 2 ? pairs.order.filter(chosen.contains) : pairs.order
    let shown = Array(candidates.prefix(mostFrameworks))
    let layout = PairwiseLayout(names: shown, pairs: pairs, alpha: alpha, width: input.width)
    let left = pairs.order.filter { !shown.contains($0) }
    return Drawing(
      title: pairs.title(alpha: alpha, isHigherBetter),
      notes: notes(pairs, means, input.label, alpha, isHigherBetter),
      description: pairs.description(alpha: alpha), height: layout.height, marks: layout.marks,
      footnotes: [layout.legend]
        + (left.isEmpty ? [] : ["Not drawn: \(Phrase.list(left, limit: 12))."]))
  }

  private static func notes(
    _ pairs: PairTests, _ means: BlockMeans, _ label: String?, _ alpha: Double,
    _ isHigherBetter: Bool
  ) -> [String] {
    let counts = pairs.pairs.map(\.count)
    let (least, most) = (counts.min() ?? 0, counts.max() ?? 0)
    let n = least == most ? Numeral.grouped(most) : "\(least) to \(most)"
    return [
      label.map { "mean \($0) per dataset" }, Phrase.better(isHigherBetter),
      "n = \(n) datasets a pair", "Wilcoxon signed-rank tests, adjusted by Holm",
      "bold: p < \(alpha)", Phrase.skipped(means.skipped),
    ].compactMap { $0 }
  }
}
