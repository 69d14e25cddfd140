/// The signed ranks of differences, summed.
struct SignedRankSums {
  var (positive, negative, variance) = (0.0, 0.0, 0.0)
  var (larger, zeros, smaller, ties) = (0, 0, 0, 0)
  /// Twice the rank of each difference that is not zero, a whole number; they ascend. Empty where
  /// there are too many for the exact test.
  var weights: [Int] = []
  /// Twice the sum of positive ranks, and the smaller of that and the negative one, split zeros
  /// aside.
  var (above, bound) = (0, 0)

  init(of differences: [Int128], zeros rule: ZeroRule) {
    let most = Wilcoxon.exactMost
    if differences.allSatisfy({ $0.magnitude < 1 << 62 }) {
      let keys = differences.map { Self.key(Int64($0)) }
      self.init(keys: radixSorted(keys), zeros: rule, exactLimit: most)
    } else {
      let keys = differences.map { UInt128($0.magnitude) << 1 | ($0 > 0 ? 1 : 0) }
      self.init(keys: radixSorted(keys), zeros: rule, exactLimit: most)
    }
  }

  /// A difference as a number that sorts by size: twice the size, and 1 more where it is positive.
  static func key(_ difference: Int64) -> UInt64 {
    difference.magnitude << 1 | (difference > 0 ? 1 : 0)
  }

  /// Sums the ranks of ascending keys, and keeps the weights of up to `exactLimit` of them.
  init(
    keys: [some FixedWidthInteger & UnsignedInteger], zeros rule: ZeroRule, exactLimit: Int
  ) {
    zeros = keys.firstIndex { $0 > 0 } ?? keys.count
    let dropped = rule == .wilcox ? zeros : 0
    let isExact = keys.count - zeros <= exactLimit
    if isExact { weights.reserveCapacity(keys.count - zeros) }
    var (below, start) = (0, zeros)
    while start < keys.count {
      let size = keys[start] >> 1
      var (end, positives) = (start, 0)
      while end < keys.count, keys[end] >> 1 == size {
        positives += Int(keys[end] & 1)
        end += 1
      }
      let (doubled, count) = (start + 1 + end - 2 * dropped, end - start)
      if isExact { for _ in 0..<count { weights.append(doubled) } }
      variance += Double(count) * Double(doubled * doubled) / 16
      if count > 1 { ties += count }
      larger += positives
      above += positives * doubled
      below += (count - positives) * doubled
      start = end
    }
    smaller = keys.count - zeros - larger
    bound = min(above, below)
    (positive, negative) = (Double(above) / 2, Double(below) / 2)
    if rule == .zsplit { splitZeros() }
  }

  /// Zeros share the ranks 1 to `zeros`, half of them on either side.
  private mutating func splitZeros() {
    let shared = Double(zeros + 1) / 2
    variance += Double(zeros) * shared * shared / 4
    positive += Double(zeros) * shared / 2
    negative += Double(zeros) * shared / 2
  }

  /// The matched-pairs rank-biserial correlation; 0 without differences.
  var effect: Double {
    positive + negative > 0 ? (positive - negative) / (positive + negative) : 0
  }

  /// Zeros carry no sign, so given them the exact p is the same for split zeros as for Pratt's.
  func exactP(_ alternative: Alternative, _ shared: SharedFlips) -> Double {
    let flips =
      ties == 0 ? shared.flips(weights, upTo: bound) : SignFlips(weights: weights, upTo: bound)
    let tail = flips.lowerTail(bound)
    switch (alternative, bound == above) {
    case (.twoSided, _): return min(1, 2 * tail)
    case (.less, true), (.greater, false): return tail
    // The larger tail is what the smaller one leaves, but for the sum itself, which is in both.
    case (.less, false), (.greater, true): return 1 - flips.lowerTail(bound - 1)
    }
  }
}
