/// The exact distribution of a sum of weights, each taken with probability one half: what the
/// signed-rank sum is when signs are exchangeable, given the ranks as they fell.
///
/// ```
/// SignFlips(weights: [1, 2, 3]).lowerTail(2)   // 0.375: none, 1 or 2 of 8 choices
/// ```
///
/// **Shape**: weights are above 0 and ascend, at most 1,000 of them, since counts go up to 2^(n/2).
/// - Complexity: O(n reach / g) to make, for g the greatest common divisor of the weights, and
///   O(reach / g) for a tail: every other weight is counted by itself, which takes half the steps,
///   and a tail joins both.
package struct SignFlips: Sendable {
  package let weights: [Int]
  /// The largest sum whose tail is known.
  package let reach: Int
  private let divisor: Int
  /// How many choices of every other weight have each sum, in units of the divisor.
  private let counts: SubsetCounts
  /// How many choices of the others have a sum of at most each.
  private let cumulative: SubsetCounts

  /// - Parameter bound: the largest sum that a tail will be asked for, without one any; the fewer
  ///   sums there are, the less there is to count.
  package init(weights: [Int], upTo bound: Int = .max) {
    precondition(weights.count <= 1000, "counts of at most 2^500 fit a double twice")
    self.weights = weights
    reach = bound
    let divisor = max(1, weights.reduce(0, greatestCommonDivisor))
    self.divisor = divisor
    let every = { (first: Int) in
      SubsetCounts(
        stride(from: first, to: weights.count, by: 2).map { weights[$0] / divisor },
        upTo: bound / divisor)
    }
    var (some, others) = (every(0), every(1))
    some.complete()
    others.accumulate()
    (counts, cumulative) = (some, others)
  }

  /// The probability of a sum of at most `bound`, which lies in the lower half of the distribution.
  ///
  /// It is summed from the tail. The distribution is symmetric, so the upper tail from w is the
  /// lower tail to total - w, and neither is ever 1 minus something.
  package func lowerTail(_ bound: Int) -> Double {
    precondition(bound <= reach, "tails are asked for as far as sums were counted")
    guard bound >= 0 else { return 0 }
    let choices = counts.sumOfProducts(with: cumulative, within: bound / divisor)
    return Double(sign: .plus, exponent: -weights.count, significand: choices)
  }
}

/// How many choices among some weights have each sum, from 0 on.
private struct SubsetCounts {
  /// Of all weights.
  private let total: Int
  /// Of the weights that were taken so far.
  private var taken = 0
  /// The largest sum that is counted.
  private let last: Int
  /// Counts from a margin of zeros on, which stands for sums below 0.
  private var counts: [Double]
  private let margin: Int
  /// All choices there are.
  private let all: Double

  private typealias Block = SIMD8<Double>

  /// Counts choices of `weights`, which are above 0 and ascend, whose sum is at most `bound`, and at
  /// most half the total: the distribution is symmetric.
  ///
  /// So it is while weights are taken, and half of what was taken is enough then. Where most weights are even, as without ties all ranks given twice are, these are
  /// counted in half the room first.
  init(_ weights: [Int], upTo bound: Int) {
    total = weights.reduce(0, +)
    last = min(total, bound)
    // Whole blocks are read and written, below the first sum too.
    margin = 2 * (weights.last ?? 0) + Block.scalarCount
    counts = [Double](repeating: 0, count: margin + last + 1)
    all = Double(sign: .plus, exponent: weights.count, significand: 1)
    counts[margin] = 1
    let odd = weights.filter { $0 % 2 == 1 }
    if weights.count > 8, odd.count < weights.count / 2 {
      let even = weights.filter { $0 % 2 == 0 }
      spread(SubsetCounts(even.map { $0 / 2 }, upTo: last / 2))
      take(all: odd)
    } else {
      take(all: weights)
    }
  }

  /// Takes the counts of weights half as large.
  private mutating func spread(_ halves: SubsetCounts) {
    taken = 2 * halves.total
    for sum in 0...min(halves.total / 2, halves.last) {
      counts[margin + 2 * sum] = halves.counts[halves.margin + sum]
    }
  }

  private mutating func take(all weights: [Int]) {
    // The one without another comes first, while there are few sums.
    if weights.count % 2 == 1 { take(weights[0], nil) }
    for place in stride(from: weights.count % 2, to: weights.count, by: 2) {
      take(weights[place], weights[place + 1])
    }
  }

  /// Takes one more weight, or two.
  ///
  /// From the largest sum down each count gains those of the sums without one and without both: all
  /// that is read is older than what is written.
  private mutating func take(_ first: Int, _ second: Int?) {
    let middle = min((taken + first + (second ?? 0)) / 2, last)
    mirror(upTo: middle)
    taken += first + (second ?? 0)
    let margin = margin
    counts.withUnsafeMutableBytes { bytes in
      let width = MemoryLayout<Double>.stride
      func load(_ place: Int) -> Block {
        bytes.loadUnaligned(fromByteOffset: place * width, as: Block.self)
      }
      var place = margin + middle - Block.scalarCount + 1
      while place > margin - Block.scalarCount {
        var sum = load(place)
        sum += load(place - first)
        if let second {
          sum += load(place - second)
          sum += load(place - first - second)
        }
        bytes.storeBytes(of: sum, toByteOffset: place * width, as: Block.self)
        place -= Block.scalarCount
      }
    }
  }

  /// Counts the sums above half of what was taken, up to `end`: each is as frequent as what it
  /// leaves.
  private mutating func mirror(upTo end: Int) {
    let (taken, margin) = (taken, margin)
    counts.withUnsafeMutableBufferPointer { counts in
      var sum = taken / 2 + 1
      while sum <= min(end, taken) {
        counts[margin + sum] = counts[margin + taken - sum]
        sum += 1
      }
    }
  }

  /// Counts the sums above half the total too.
  mutating func complete() { mirror(upTo: last) }

  /// Adds to each count those of all smaller sums.
  ///
  /// Above half the total it is all choices but those whose sum is as far below it.
  mutating func accumulate() {
    let (last, margin, total, all) = (last, margin, total, all)
    counts.withUnsafeMutableBufferPointer { counts in
      var below = 0.0
      for place in margin...margin + min(last, total / 2) {
        below += counts[place]
        counts[place] = below
      }
      var sum = total / 2 + 1
      while sum <= last {
        counts[margin + sum] = all - counts[margin + total - sum - 1]
        sum += 1
      }
    }
  }

  /// The choices of both that together have a sum of at most `bound`, `cumulative` having added up
  /// its counts: for each sum of these, how many of those leave it room.
  func sumOfProducts(with cumulative: SubsetCounts, within bound: Int) -> Double {
    // Where the others cannot exceed what is left, all of them count.
    let certain = max(0, min(total, bound - cumulative.total))
    var sum = counts[margin..<margin + certain].reduce(0, +) * cumulative.all
    let last = min(total, bound)
    var (here, there) = (margin + certain, cumulative.margin + bound - certain)
    var sums = SIMD4<Double>.zero
    counts.withUnsafeBufferPointer { counts in
      cumulative.counts.withUnsafeBufferPointer { others in
        while here + 3 <= margin + last {
          let one = SIMD4(counts[here], counts[here + 1], counts[here + 2], counts[here + 3])
          sums +=
            one * SIMD4(others[there], others[there - 1], others[there - 2], others[there - 3])
          (here, there) = (here + 4, there - 4)
        }
        while here <= margin + last {
          sum += counts[here] * others[there]
          (here, there) = (here + 1, there - 1)
        }
      }
    }
    return sum + sums.sum()
  }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
