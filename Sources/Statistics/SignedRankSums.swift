/// The signed ranks of differences, summed.
struct SignedRankSums {
  var (positive, negative, variance) = (0.0, 0.0, 0.0)
  var (larger, zeros, smaller, ties) = (0, 0, 0, 0)
  /// Twice the rank of each difference that is not zero, a whole number; they ascend.
  var weights: [Int] = []
  /// Twice the sum of positive ranks, and the smaller of that and the negative one, split zeros aside.
  var (above, bound) = (0, 0)

  init(of differences: [Int128], zeros rule: ZeroRule) {
    let sorted = differences.sorted { $0.magnitude < $1.magnitude }
    zeros = sorted.prefix { $0 == 0 }.count
    let dropped = rule == .wilcox ? zeros : 0
    weights.reserveCapacity(sorted.count - zeros)
    var (below, start) = (0, zeros)
    while start < sorted.count {
      let size = sorted[start].magnitude
      var (end, positives) = (start, 0)
      while end < sorted.count, sorted[end].magnitude == size {
        if sorted[end] > 0 { positives += 1 }
        end += 1
      }
      let doubled = start + 1 + end - 2 * dropped
      add(doubled, times: end - start)
      larger += positives
      above += positives * doubled
      below += (end - start - positives) * doubled
      start = end
    }
    smaller = sorted.count - zeros - larger
    bound = min(above, below)
    (positive, negative) = (Double(above) / 2, Double(below) / 2)
    if rule == .zsplit { splitZeros() }
  }

  /// Counts a rank, given twice, that `count` differences share.
  private mutating func add(_ doubled: Int, times count: Int) {
    weights.append(contentsOf: repeatElement(doubled, count: count))
    variance += Double(count) * Double(doubled * doubled) / 16
    if count > 1 { ties += count }
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
  func exactP(_ alternative: Alternative, _ flips: inout SignFlips) -> Double {
    if flips.weights != weights { flips = SignFlips(weights: weights) }
    let tail = flips.lowerTail(bound)
    switch (alternative, bound == above) {
    case (.twoSided, _): return min(1, 2 * tail)
    case (.less, true), (.greater, false): return tail
    // The larger tail is what the smaller one leaves, but for the sum itself, which is in both.
    case (.less, false), (.greater, true): return 1 - flips.lowerTail(bound - 1)
    }
  }
}
