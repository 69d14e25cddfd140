/// The exact distribution of a sum of weights, each taken with probability one half: what the
/// signed-rank sum is when signs are exchangeable, given the ranks as they fell.
///
/// ```
/// SignFlips(weights: [1, 2, 3]).lowerTail(2)   // 0.375: none, 1 or 2 of 8 choices
/// ```
///
/// **Shape**: weights are above 0 and ascend, at most 1,000 of them, since counts go up to 2^(n/2).
/// - Complexity: O(n total / g) to make, for g the greatest common divisor of the weights, and
///   O(total / g) for a tail: every other weight is counted by itself, which takes half the steps,
///   and a tail joins both.
package struct SignFlips: Sendable {
  package let weights: [Int]
  private let divisor: Int
  /// How many choices of every other weight have each sum, in units of the divisor.
  private let counts: SubsetCounts
  /// How many choices of the others have a sum of at most each.
  private let cumulative: SubsetCounts

  package init(weights: [Int]) {
    precondition(weights.count <= 1000, "counts of at most 2^500 fit a double twice")
    self.weights = weights
    let divisor = max(1, weights.reduce(0, greatestCommonDivisor))
    self.divisor = divisor
    let every = { (first: Int) in
      SubsetCounts(stride(from: first, to: weights.count, by: 2).map { weights[$0] / divisor })
    }
    counts = every(0)
    var others = every(1)
    others.accumulate()
    cumulative = others
  }

  /// The probability of a sum of at most `bound`, which lies in the lower half of the distribution.
  ///
  /// It is summed from the tail. The distribution is symmetric, so the upper tail from w is the
  /// lower tail to total - w, and neither is ever 1 minus something.
  package func lowerTail(_ bound: Int) -> Double {
    guard bound >= 0 else { return 0 }
    let choices = counts.sumOfProducts(with: cumulative, within: bound / divisor)
    return Double(sign: .plus, exponent: -weights.count, significand: choices)
  }
}

/// How many choices among some weights have each sum, from 0 to their total.
private struct SubsetCounts {
  private let total: Int
  /// Counts from a margin of zeros on, which stands for sums below 0.
  private var counts: [Double]
  private let margin: Int

  private typealias Block = SIMD8<Double>

  /// Counts choices of `weights`, which are above 0 and ascend.
  ///
  /// Only sums up to half the total are counted: the distribution is symmetric. Where most weights
  /// are even, as without ties all ranks given twice are, these are counted in half the room first.
  init(_ weights: [Int]) {
    total = weights.reduce(0, +)
    // Whole blocks are read and written, below the first sum too.
    margin = 2 * (weights.last ?? 0) + Block.scalarCount
    counts = [Double](repeating: 0, count: margin + total + 1)
    counts[margin] = 1
    let even = weights.filter { $0 % 2 == 0 }
    if weights.count > 8, even.count > weights.count / 2 {
      let halves = SubsetCounts(even.map { $0 / 2 })
      spread(halves)
      take(all: weights.filter { $0 % 2 == 1 }, after: 2 * halves.total)
    } else {
      take(all: weights, after: 0)
    }
    for sum in 0..<(total + 1) / 2 { counts[margin + total - sum] = counts[margin + sum] }
  }

  /// Takes the counts of weights half as large.
  private mutating func spread(_ halves: SubsetCounts) {
    for sum in 0...min(halves.total, total / 4) {
      counts[margin + 2 * sum] = halves.counts[halves.margin + sum]
    }
  }

  private mutating func take(all weights: [Int], after sum: Int) {
    var reach = sum
    for place in stride(from: 0, to: weights.count - 1, by: 2) {
      reach = min(reach + weights[place] + weights[place + 1], total / 2)
      take(weights[place], weights[place + 1], reach)
    }
    if weights.count % 2 == 1 { take(weights[weights.count - 1]) }
  }

  /// Takes two more weights, for sums up to `reach`.
  ///
  /// From the largest sum down each count gains those of the sums without one and without both: all
  /// that is read is older than what is written.
  private mutating func take(_ first: Int, _ second: Int, _ reach: Int) {
    // A weight above half the total is in none of these sums.
    guard second <= total / 2 else { return take(first) }
    let margin = margin
    counts.withUnsafeMutableBytes { bytes in
      let width = MemoryLayout<Double>.stride
      func load(_ place: Int) -> Block {
        bytes.loadUnaligned(fromByteOffset: place * width, as: Block.self)
      }
      var place = margin + reach - Block.scalarCount + 1
      while place > margin - Block.scalarCount {
        var sum = load(place)
        sum += load(place - first)
        sum += load(place - second)
        sum += load(place - first - second)
        bytes.storeBytes(of: sum, toByteOffset: place * width, as: Block.self)
        place -= Block.scalarCount
      }
    }
  }

  private mutating func take(_ weight: Int) {
    var place = margin + total / 2
    while place >= margin + weight {
      counts[place] += counts[place - weight]
      place -= 1
    }
  }

  /// Adds to each count those of all smaller sums.
  mutating func accumulate() {
    var below = 0.0
    for place in margin...margin + total {
      below += counts[place]
      counts[place] = below
    }
  }

  /// The choices of both that together have a sum of at most `bound`, `cumulative` having added up
  /// its counts: for each sum of these, how many of those leave it room.
  func sumOfProducts(with cumulative: SubsetCounts, within bound: Int) -> Double {
    let all = cumulative.counts[cumulative.margin + cumulative.total]
    // Where the others cannot exceed what is left, all of them count.
    let certain = max(0, min(total, bound - cumulative.total))
    var sum = counts[margin..<margin + certain].reduce(0, +) * all
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
