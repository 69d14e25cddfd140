/// The sums that numbers have when each takes either sign with equal chance.
struct SignedSums {
  /// The numbers that are not 0, over their greatest common divisor.
  private let steps: [Int128]
  /// Their sizes, ascending.
  private let sizes: [Int128]
  /// The sum of the positive ones, and of all sizes.
  private let positive, total: Int128

  /// How many additions an exact count may take: a tenth of a second.
  private static let additions: Int128 = 100_000_000

  init(of multiples: [Int128]) {
    let numbers = multiples.filter { $0 != 0 }
    let divisor = max(1, numbers.reduce(0) { greatestCommonDivisor($0, Int128($1.magnitude)) })
    // Sums of numbers near the limit would overflow: they lose nine digits, which are their last.
    let limit = Int128.max.magnitude / UInt128(4 * numbers.count + 4)
    let spare: Int128 = numbers.contains { $0.magnitude > limit } ? 1 << 30 : 1
    let steps = numbers.map { $0 / divisor / spare }
    self.steps = steps
    sizes = steps.map { Int128($0.magnitude) }.sorted()
    positive = steps.reduce(0) { $1 > 0 ? $0 + $1 : $0 }
    total = sizes.reduce(0, +)
  }

  /// The chance of a sum at most, and at least, as large as that of the data; nil where it takes
  /// too long to count.
  func exactTails() -> (below: Double, above: Double)? {
    guard !sizes.isEmpty else { return (1, 1) }
    let lower = min(positive, total - positive)
    let tail: Double
    let rest: Double
    if sizes.count <= 1000, Int128(sizes.count) * (total / 2) <= Self.additions {
      let flips = SignFlips(weights: sizes.map { Int($0) })
      (tail, rest) = (flips.lowerTail(Int(lower)), 1 - flips.lowerTail(Int(lower) - 1))
    } else if sizes.count <= PermutationTest.exactLimit {
      let halves = HalvedSums(sizes)
      (tail, rest) = (halves.share(upTo: lower), 1 - halves.share(upTo: lower - 1))
    } else {
      return nil
    }
    return lower == positive ? (tail, rest) : (rest, tail)
  }

  /// The share of `draws` that are as extreme as the data, the data counted with them.
  func drawnP(
    _ alternative: Alternative, _ draws: Int, using random: inout some RandomNumberGenerator
  ) -> Double {
    // Whole numbers of up to 61 binary digits are quick; longer ones lose their last.
    let shift = max(0, 128 - total.leadingZeroBitCount - 61)
    let short = steps.map { Int64($0 / (Int128(1) << shift)) }
    let sizes = short.map { abs($0) }
    let extreme = count(
      draws, sizes, sizes.reduce(0, +), alternative, short.reduce(0, +), &random)
    return Double(extreme + 1) / Double(draws + 1)
  }

  /// How many of `draws` sums of signed `sizes` are as extreme as `observed`.
  private func count(
    _ draws: Int, _ sizes: [Int64], _ total: Int64, _ alternative: Alternative, _ observed: Int64,
    _ random: inout some RandomNumberGenerator
  ) -> Int {
    var extreme = 0
    for _ in 0..<draws {
      var (positive, bits, left) = (Int64.zero, UInt64(0), 0)
      for size in sizes {
        if left == 0 { (bits, left) = (random.next(), 64) }
        // All ones where the bit is set: the size is added without a branch.
        positive &+= size & (0 &- Int64(truncatingIfNeeded: bits & 1))
        bits >>= 1
        left -= 1
      }
      let sum = positive &- (total &- positive)
      switch alternative {
      case .twoSided: if sum.magnitude >= observed.magnitude { extreme += 1 }
      case .greater: if sum >= observed { extreme += 1 }
      case .less: if sum <= observed { extreme += 1 }
      }
    }
    return extreme
  }
}

/// All sums of subsets, as those of one half of the numbers and those of the other.
///
/// **Source**: Horowitz and Sahni, Computing partitions with applications to the knapsack problem,
/// Journal of the ACM 21 (1974).
private struct HalvedSums {
  let first, second: [Int128]

  init(_ sizes: [Int128]) {
    first = Self.sums(sizes[..<(sizes.count / 2)])
    second = Self.sums(sizes[(sizes.count / 2)...])
  }

  /// The share of subsets whose sum is at most `bound`.
  func share(upTo bound: Int128) -> Double {
    var (count, end) = (0, second.count)
    for sum in first {
      while end > 0, sum + second[end - 1] > bound { end -= 1 }
      count += end
    }
    return Double(count) / Double(first.count * second.count)
  }

  /// The sums of all subsets, ascending: those without a number merged with those with it.
  private static func sums(_ sizes: ArraySlice<Int128>) -> [Int128] {
    sizes.reduce([0]) { sums, size in
      var merged: [Int128] = []
      merged.reserveCapacity(2 * sums.count)
      var other = 0
      for sum in sums {
        while other < sums.count, sums[other] + size < sum {
          merged.append(sums[other] + size)
          other += 1
        }
        merged.append(sum)
      }
      while other < sums.count {
        merged.append(sums[other] + size)
        other += 1
      }
      return merged
    }
  }
}

private func greatestCommonDivisor(_ a: Int128, _ b: Int128) -> Int128 {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
