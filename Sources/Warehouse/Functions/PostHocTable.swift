internal import Statistics
internal import Tables

extension SQLTableFunction {
  /// `posthoc(sql, method, correction, control)`: which treatments differ, a row per pair, or per
  /// treatment that faces the control.
  ///
  /// Without a method it is `wilcoxon`, without a correction `holm`. Nemenyi's test corrects by
  /// itself; that of Bayes has no p, its statistic is the probability that a is better. Fewer than two
  /// treatments or no complete block give no rows.
  static let postHoc = SQLTableFunction(
    name: "posthoc",
    columns: ["a", "b", "statistic", "p", "p_adjusted", "effect", "wins", "ties", "losses"],
    parameters: ["sql", "method", "correction", "control"]
  ) { arguments, source in
    let method = try source.word(arguments[1], named: "method", among: methods) ?? "wilcoxon"
    let words = Adjustment.allCases.map(\.rawValue)
    let correction = try source.word(arguments[2], named: "correction", among: words) ?? "holm"
    let blocks = try source.blocks(of: arguments[0])
    guard !blocks.names.isEmpty, blocks.treatments.count > 1 else { return [] }
    return try source.statistics { () throws(StatisticsError) in
      let test = try PostHoc(
        blocks, PairMethod(rawValue: method) ?? .wilcoxon,
        method == bayes ? .none : Adjustment(rawValue: correction) ?? .holm,
        control: arguments[3].description)
      return method == bayes
        ? try probabilities(blocks, test) : test.table(blocks.treatments).rows
    }
  }

  private static let bayes = "bayes"
  private static let methods = PairMethod.allCases.map(\.rawValue) + [bayes]

  /// The comparisons of `test` with the probability that the first is better for the statistic.
  ///
  /// The seed is that of `benchdb test bayes`, and so are the numbers.
  private static func probabilities(
    _ blocks: Blocks, _ test: PostHoc
  ) throws(StatisticsError) -> [[Value]] {
    var random = SplitMix64(seed: 1)
    let pairs = try BayesianSignedRank(blocks, using: &random).pairs
    return zip(test.table(blocks.treatments).rows, test.comparisons).map { row, one in
      let places = (min(one.first, one.second), max(one.first, one.second))
      let found = pairs.first { ($0.first, $0.second) == places }?.probabilities
      let better = one.first < one.second ? found?.first : found?.second
      return row[..<2] + [Value(statistic: better), .null, .null] + row[5...]
    }
  }
}

extension SQLSource {
  /// One of `words`, nil for NULL.
  fileprivate func word(
    _ value: Value, named parameter: String, among words: [String]
  ) throws -> String? {
    guard let word = value.description else { return nil }
    guard words.contains(word) else {
      let near = suggestion(for: word, among: words).map { "; did you mean \($0)?" } ?? ""
      throw fault(
        "takes one of \(words.joined(separator: ", ")) as \(parameter), not \(word)\(near)")
    }
    return word
  }
}
