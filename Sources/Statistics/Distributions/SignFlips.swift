/// The exact distribution of a sum of weights, each taken with probability one half: what the
/// signed-rank sum is when signs are exchangeable, given the ranks as they fell.
///
/// ```
/// SignFlips(weights: [1, 2, 3]).lowerTail(2)   // 0.375: none, 1 or 2 of 8 choices
/// ```
///
/// **Shape**: weights are above 0 and ascend, at most 1,000 of them, since counts go up to 2^n.
/// - Complexity: O(n total / g) to make, for g the greatest common divisor of the weights.
package struct SignFlips: Sendable {
  package let weights: [Int]
  private let divisor: Int
  /// The probability of a sum of at most s times the divisor, for sums up to half the total.
  private let cumulative: [Double]

  package init(weights: [Int]) {
    precondition(weights.count <= 1000, "counts of at most 2^1000 fit a double")
    self.weights = weights
    divisor = max(1, weights.reduce(0, greatestCommonDivisor))
    cumulative = Self.cumulative(weights.map { [divisor] in $0 / divisor })
  }

  /// The probability of a sum of at most `bound`, which lies in the lower half of the distribution.
  ///
  /// It is summed from the tail. The distribution is symmetric, so the upper tail from w is the
  /// lower tail to total - w, and neither is ever 1 minus something.
  package func lowerTail(_ bound: Int) -> Double {
    bound < 0 ? 0 : cumulative[bound / divisor]
  }

  private static func cumulative(_ weights: [Int]) -> [Double] {
    let half = weights.reduce(0, +) / 2
    // counts[s]: how many choices among the weights so far sum to s
    var counts = [Double](repeating: 0, count: half + 1)
    counts[0] = 1
    var reach = 0
    for weight in weights {
      reach = min(reach + weight, half)
      var sum = reach
      while sum >= weight {
        counts[sum] += counts[sum - weight]
        sum -= 1
      }
    }
    let choices = Double(sign: .plus, exponent: weights.count, significand: 1)
    var below = 0.0
    return counts.map { count in
      below += count
      return below / choices
    }
  }
}

private func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (a, b)
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
