/// The exact distribution of a sum of weights, each taken with probability one half: what the
/// signed-rank sum is when signs are exchangeable, given the ranks as they fell.
///
/// ```
/// SignFlips(weights: [1, 2, 3]).lowerTail(2)   // 0.375: none, 1 or 2 of 8 choices
/// ```
///
/// **Shape**: weights are above 0 and ascend, at most 1,000 of them, since counts go up to 2^(n/2).
/// - Complexity: O(n total / g) to make, for g the greatest common divisor of the weights, and
///   O(total / g) for a tail: every other weight is counted by itself, which takes half the steps, and a
///   tail joins both.
package struct SignFlips: Sendable {
  package let weights: [Int]
  private let divisor: Int
  /// The probability of each sum of every other weight, in units of the divisor.
  private let shares: [Double]
  /// The probability of a sum of at most s of the others, the largest s first.
  private let cumulative: [Double]

  package init(weights: [Int]) {
    precondition(weights.count <= 1000, "counts of at most 2^500 fit a double twice")
    self.weights = weights
    let divisor = max(1, weights.reduce(0, greatestCommonDivisor))
    let units = weights.map { $0 / divisor }
    self.divisor = divisor
    shares = Self.shares(stride(from: 0, to: units.count, by: 2).map { units[$0] })
    var below = 0.0
    let others = Self.shares(stride(from: 1, to: units.count, by: 2).map { units[$0] })
    cumulative = others.map { share in
      below += share
      return below
    }.reversed()
  }

  /// The probability of a sum of at most `bound`, which lies in the lower half of the distribution.
  ///
  /// It is summed from the tail. The distribution is symmetric, so the upper tail from w is the
  /// lower tail to total - w, and neither is ever 1 minus something.
  package func lowerTail(_ bound: Int) -> Double {
    guard bound >= 0 else { return 0 }
    // shares[s] times the chance that the others leave room, cumulative[start + s]
    let start = cumulative.count - 1 - bound / divisor
    let end = min(shares.count, cumulative.count - start)
    let first = max(0, -start)
    // Where the others cannot exceed what is left, all of the shares count.
    let certain = shares[..<min(first, end)].reduce(0, +)
    guard first < end else { return certain }
    return certain + dot(shares[first..<end], cumulative[(start + first)..<(start + end)])
  }

  /// The probability of each sum of `weights`, from 0 to their total.
  private static func shares(_ weights: [Int]) -> [Double] {
    let total = weights.reduce(0, +)
    var counts = SubsetCounts(upTo: total / 2, margin: 2 * (weights.last ?? 0))
    for place in stride(from: 0, to: weights.count - 1, by: 2) {
      counts.take(weights[place], weights[place + 1])
    }
    if weights.count % 2 == 1 { counts.take(weights[weights.count - 1]) }
    let scale = Double(sign: .plus, exponent: -weights.count, significand: 1)
    let lower = counts.all.map { $0 * scale }
    return lower + lower.prefix(total + 1 - lower.count).reversed()
  }
}

/// The sum of products, four at a time.
private func dot(_ first: ArraySlice<Double>, _ second: ArraySlice<Double>) -> Double {
  first.withUnsafeBufferPointer { first in
    second.withUnsafeBufferPointer { second in
      var (sums, place) = (SIMD4<Double>.zero, 0)
      while place + 4 <= first.count {
        let one = SIMD4(first[place], first[place + 1], first[place + 2], first[place + 3])
        let other = SIMD4(second[place], second[place + 1], second[place + 2], second[place + 3])
        sums += one * other
        place += 4
      }
      var sum = sums.sum()
      while place < first.count {
        sum += first[place] * second[place]
        place += 1
      }
      return sum
    }
  }
}

/// How many subsets of some weights have each sum, up to a largest.
private struct SubsetCounts {
  private let most: Int
  /// Counts from a margin of zeros on, which stands for sums below 0, and a block more.
  private var counts: [Double]
  private let margin: Int
  /// The largest sum so far.
  private var reach = 0

  init(upTo most: Int, margin: Int) {
    // Whole blocks are read and written, below the first sum too.
    (self.most, self.margin) = (most, margin + Block.scalarCount)
    counts = [Double](repeating: 0, count: most + 1 + self.margin)
    counts[self.margin] = 1
  }

  /// The counts of sums from 0 up.
  var all: ArraySlice<Double> { counts[margin...] }

  private typealias Block = SIMD8<Double>

  /// Takes two more weights.
  ///
  /// From the largest sum down each count gains those of the sums without one and without both: all
  /// that is read is older than what is written.
  mutating func take(_ first: Int, _ second: Int) {
    // A weight above the largest sum is in none.
    guard second <= most else { return take(first) }
    reach = min(reach + first + second, most)
    let (start, margin) = (reach, margin)
    counts.withUnsafeMutableBytes { bytes in
      let width = MemoryLayout<Double>.stride
      func load(_ place: Int) -> Block {
        bytes.loadUnaligned(fromByteOffset: place * width, as: Block.self)
      }
      var place = margin + start - Block.scalarCount + 1
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

  mutating func take(_ weight: Int) {
    reach = min(reach + weight, most)
    var place = margin + reach
    while place >= margin + weight {
      counts[place] += counts[place - weight]
      place -= 1
    }
  }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
