import func Glibc.cos
import func Glibc.log

/// Eight draws at once of weights, up to a common factor: the pseudo-dataset's first.
struct DrawnWeights {
  let weights: [SIMD8<Double>]

  init(count: Int, using random: inout some RandomNumberGenerator) {
    weights = (0...count).map { place in
      var draw = SIMD8<Double>()
      for lane in 0..<8 {
        // From above 0 to 1, so that the logarithm is finite. An exponential variable, or half the
        // square of a normal one by Box and Muller, which is a gamma variable of shape 1/2.
        let exponential = -log(1 - random.unit())
        let turn = place > 0 ? 1 : cos(2 * Double.pi * random.unit())
        draw[lane] = exponential * turn * turn
      }
      return draw
    }
  }
}

/// Eight draws at once of theta of the first, of the second and of all three, up to a common factor.
struct DrawnThetas {
  let first, second, all: SIMD8<Double>

  /// The thetas of one draw; their sum is 1.
  func share(_ lane: Int) -> Posterior {
    let rest = all[lane] - first[lane] - second[lane]
    return Posterior(
      first: first[lane] / all[lane], rope: rest / all[lane], second: second[lane] / all[lane])
  }
}

/// Sums of products of weights over pairs of differences, by where the differences' sums lie.
///
/// With differences ascending, those that with a given one exceed a bound are a tail of them, whose
/// weights are what cumulative weights leave; the bounds are the same in each draw.
struct WeightedSums {
  /// Where the weight of each difference stands, ascending by difference.
  private let order: [Int]
  /// By difference, how many others sum with it to at most, and to less than, twice the rope; and
  /// to less than, and at most, minus twice the rope.
  private let notAbove, underEdge, below, notInside: [Int]
  let hasRope: Bool

  init(_ first: [Double], _ second: [Double], rope: Double) {
    precondition(first.count == second.count && rope >= 0, "values come in pairs")
    let decimals = DecimalMultiples(of: first + second + [rope]).multiples
    self.init(
      of: first.indices.map { decimals[$0] - decimals[first.count + $0] },
      rope: decimals[decimals.count - 1])
  }

  init(of differences: [Int128], rope: Int128) {
    let all = [0] + differences
    order = all.indices.sorted { (all[$0], $0) < (all[$1], $1) }
    let sorted = order.map { all[$0] }
    hasRope = rope > 0
    notAbove = sorted.map { one in places(sorted) { one + $0 <= 2 * rope } }
    underEdge = sorted.map { one in places(sorted) { one + $0 < 2 * rope } }
    below = sorted.map { one in places(sorted) { one + $0 < -2 * rope } }
    notInside = sorted.map { one in places(sorted) { one + $0 <= -2 * rope } }
  }

  /// Room for cumulative weights.
  var scratch: [SIMD8<Double>] {
    [SIMD8<Double>](repeating: .zero, count: order.count + 1)
  }

  func thetas(_ drawn: DrawnWeights, _ cumulative: inout [SIMD8<Double>]) -> DrawnThetas {
    var sum = SIMD8<Double>.zero
    for (place, index) in order.enumerated() {
      sum += drawn.weights[index]
      cumulative[place + 1] = sum
    }
    var (first, second) = (SIMD8<Double>.zero, SIMD8<Double>.zero)
    for (place, index) in order.enumerated() {
      let weight = drawn.weights[index]
      let under = cumulative[notAbove[place]] + cumulative[underEdge[place]]
      first += weight * (sum - 0.5 * under)
      second += weight * (0.5 * (cumulative[below[place]] + cumulative[notInside[place]]))
    }
    return DrawnThetas(first: first, second: second, all: sum * sum)
  }
}

/// How many of ascending numbers a condition holds for, which holds for all up to one.
private func places(_ sorted: [Int128], _ holds: (Int128) -> Bool) -> Int {
  var (low, high) = (0, sorted.count)
  while low < high {
    let middle = (low + high) / 2
    if holds(sorted[middle]) { low = middle + 1 } else { high = middle }
  }
  return low
}
