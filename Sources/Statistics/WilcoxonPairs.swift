/// The signed-rank test of every pair of treatments, each paired by block.
///
/// **Shape**: pairs (0, 1), (0, 2), ... (1, 2), ...; a difference is positive where the first of
/// the pair is better, whatever the direction of the metric.
package struct WilcoxonPairs: Sendable {
  package struct Pair: Sendable {
    /// Where the two treatments stand in the blocks.
    package let first, second: Int
    /// `larger` counts the wins of the first, `smaller` those of the second.
    package let test: Wilcoxon
  }

  package let pairs: [Pair]

  package init(_ blocks: Blocks, zeros rule: ZeroRule = .pratt) throws(StatisticsError) {
    try blocks.require(blocks: 1, treatments: 2)
    let count = blocks.treatments.count
    let paired = PairedBlocks(blocks)
    let flips = SharedFlips()
    let places = (0..<count).flatMap { one in (one + 1..<max(count, one + 1)).map { (one, $0) } }
    pairs = concurrentMap(places.count, ofSize: 4 * blocks.names.count) { place in
      let (first, second) = places[place]
      let sums = paired.sums(first, second, zeros: rule)
      return Pair(first: first, second: second, test: Wilcoxon(sums, sharing: flips))
    }
  }
}
