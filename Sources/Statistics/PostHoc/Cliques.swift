/// Which sets of treatments a critical-difference diagram joins by a bar.
package enum CliqueRule: String, Sendable, CaseIterable {
  /// The largest sets of which no two differ. A set may have gaps in the order of ranks, where a
  /// treatment between two others differs from one of them: a bar over it would be wrong.
  case maximal
  /// The longest runs in the order of ranks of which no two differ. With one critical distance for
  /// all pairs, as in Nemenyi's test, these are the maximal sets.
  case runs
}

extension PostHoc {
  /// Sets of two or more treatments of which no two are shown to differ at `alpha`, each from the
  /// best mean rank to the worst, none inside another.
  ///
  /// A comparison without an answer shows no difference. Against a control there are none.
  ///
  /// **Source**: Demsar, JMLR 7 (2006), figure 1, for runs; Benavoli, Corani and Mangili, JMLR 17
  /// (2016), for tests whose answers need not follow the order of ranks.
  package func cliques(alpha: Double, by rule: CliqueRule = .maximal) -> [[Int]] {
    guard control == nil else { return [] }
    let order = meanRanks.indices.sorted { (meanRanks[$0], $0) < (meanRanks[$1], $1) }
    let differing = Set(
      comparisons.filter { $0.adjusted < alpha }
        .flatMap { [[$0.first, $0.second], [$0.second, $0.first]] })
    let alike = { (one: Int, other: Int) in !differing.contains([order[one], order[other]]) }
    let cliques =
      switch rule {
      case .maximal: maximalCliques(of: order.count, alike: alike)
      case .runs: longestRuns(of: order.count, alike: alike)
      }
    return cliques.map { $0.map { order[$0] } }
  }
}

/// The longest runs of two or more of `count` things that are all alike, none inside another.
private func longestRuns(of count: Int, alike: (Int, Int) -> Bool) -> [[Int]] {
  var (runs, end) = ([[Int]](), 0)
  for start in 0..<count {
    var reach = max(end, start + 1)
    while reach < count, (start..<reach).allSatisfy({ alike($0, reach) }) { reach += 1 }
    if reach > end, reach - start > 1 { runs.append(Array(start..<reach)) }
    end = max(end, reach)
  }
  return runs
}
