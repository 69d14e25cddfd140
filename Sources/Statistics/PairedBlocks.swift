/// The differences of treatments over blocks, as those of decimal numbers.
struct PairedBlocks: Sendable {
  /// A column per treatment.
  private let columns: [[Int128]]
  /// The same in half the room, where all of them fit and none is missing.
  private let short: [[Int64]]?
  /// Which values are there; nil where all are.
  private let present: [[Bool]]?
  private let exponent: Int
  /// How many blocks there are.
  let count: Int
  /// Turns differences so that positive ones speak for the first treatment.
  private let sign: Int64

  /// Takes complete blocks, or with `incomplete` all: then each pair has the blocks that both are
  /// on.
  init(_ blocks: Blocks, incomplete: Bool = false) {
    let incomplete = incomplete && !blocks.incomplete.isEmpty
    let rows =
      incomplete
      ? blocks.rows + blocks.incomplete.map { $0.values.map { $0 ?? .nan } } : blocks.rows
    let decimals = DecimalMultiples(of: rows.flatMap { $0.map { $0.isNaN ? 0 : $0 } })
    let width = max(1, blocks.treatments.count)
    count = rows.count
    columns = blocks.treatments.indices.map { treatment in
      stride(from: treatment, to: decimals.multiples.count, by: width).map {
        decimals.multiples[$0]
      }
    }
    present =
      incomplete
      ? blocks.treatments.indices.map { treatment in rows.map { !$0[treatment].isNaN } } : nil
    let fit = present == nil && decimals.multiples.allSatisfy { $0.magnitude < 1 << 61 }
    short = fit ? columns.map { $0.map { Int64($0) } } : nil
    exponent = decimals.exponent
    sign = blocks.better == .higher ? 1 : -1
  }

  /// A difference per block, positive where the first is better.
  func differences(_ first: Int, _ second: Int) -> Differences {
    let all = zip(columns[first], columns[second]).map { Int128(sign) * ($0 - $1) }
    guard let present else { return Differences(multiples: all, exponent: exponent) }
    let steps = all.indices.filter { present[first][$0] && present[second][$0] }.map { all[$0] }
    return Differences(multiples: steps, exponent: exponent)
  }

  /// The signed ranks of the differences, with what the exact test needs for up to `exactLimit` of
  /// them.
  func sums(
    _ first: Int, _ second: Int, zeros rule: ZeroRule, exactLimit: Int = Wilcoxon.exactLimit
  ) -> SignedRankSums {
    guard let short else {
      return SignedRankSums(of: differences(first, second).multiples, zeros: rule)
    }
    let keys = zip(short[first], short[second]).map { SignedRankSums.key(sign * ($0 - $1)) }
    return SignedRankSums(keys: radixSorted(keys), zeros: rule, exactLimit: exactLimit)
  }
}
