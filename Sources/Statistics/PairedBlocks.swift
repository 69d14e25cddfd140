/// The differences of treatments over blocks, as those of decimal numbers.
struct PairedBlocks {
  private let multiples: [Int128]
  private let exponent: Int
  private let treatments: Int
  /// Turns differences so that positive ones speak for the first treatment.
  private let sign: Int128

  init(_ blocks: Blocks) {
    let decimals = DecimalMultiples(of: blocks.rows.flatMap(\.self))
    (multiples, exponent) = (decimals.multiples, decimals.exponent)
    treatments = blocks.treatments.count
    sign = blocks.better == .higher ? 1 : -1
  }

  /// A difference per block, positive where the first is better.
  func differences(_ first: Int, _ second: Int) -> Differences {
    let steps = stride(from: 0, to: multiples.count, by: max(1, treatments)).map {
      sign * (multiples[$0 + first] - multiples[$0 + second])
    }
    return Differences(multiples: steps, exponent: exponent)
  }
}
