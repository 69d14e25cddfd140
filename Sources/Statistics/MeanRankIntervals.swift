/// How far each treatment's mean rank may lie from what it is by the chance that chose the blocks: the
/// percentile interval over resamples of blocks, a resample for all treatments at once.
///
/// **Shape**: an interval per treatment, in the order of `blocks.treatments`; rank 1 is the best.
///
/// **Edge cases**: none for no blocks. One block has intervals without width: they say nothing.
///
/// **Source**: Efron and Tibshirani, An introduction to the bootstrap (1993), 13.3.
/// - Complexity: `resamples` times the number of values.
package func meanRankIntervals(
  of blocks: Blocks, confidence: Double = 0.95, resamples: Int = 1999,
  using random: inout some RandomNumberGenerator
) -> [Interval] {
  let (n, k) = (blocks.names.count, blocks.treatments.count)
  guard n > 0 else { return [] }
  let placed = blocks.rows.flatMap { ranks(of: $0, best: blocks.better) }
  var replicates = [[Double]](repeating: [], count: k)
  var sums = [Double](repeating: 0, count: k)
  for _ in 0..<resamples {
    for treatment in 0..<k { sums[treatment] = 0 }
    for _ in 0..<n {
      let row = random.index(below: n) * k
      for treatment in 0..<k { sums[treatment] += placed[row + treatment] }
    }
    for treatment in 0..<k { replicates[treatment].append(sums[treatment] / Double(n)) }
  }
  return replicates.compactMap {
    Bootstrap(estimate: .nan, replicates: $0, jackknife: []).percentile(confidence: confidence)
  }
}
