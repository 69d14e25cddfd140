import func Glibc.cos
import func Glibc.log

/// Eight draws at once of weights, up to a common factor: the pseudo-dataset's first.
struct DrawnWeights: Sendable {
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
struct WeightedSums: Sendable {
  /// A difference, ascending, and how many others sum with it to at most twice the rope, and to
  /// less than minus twice the rope.
  private struct Place: Sendable {
    /// Where the weight of the difference stands.
    let index: Int
    let notAbove, below: Int
  }

  /// A difference that with others, from one place to another, lies on the edge of the rope.
  private struct Edge: Sendable {
    let index: Int
    let others: Range<Int>

    func sum(_ cumulative: borrowing MutableSpan<SIMD4<Double>>) -> SIMD4<Double> {
      cumulative[others.upperBound] - cumulative[others.lowerBound]
    }
  }

  private let places: [Place]
  private let upperEdges, lowerEdges: [Edge]
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
    let order = all.indices.sorted { (all[$0], $0) < (all[$1], $1) }
    let sorted = order.map { all[$0] }
    let counts = sorted.map { one in
      (
        notAbove: count(sorted) { one + $0 <= 2 * rope },
        underEdge: count(sorted) { one + $0 < 2 * rope },
        below: count(sorted) { one + $0 < -2 * rope },
        notInside: count(sorted) { one + $0 <= -2 * rope }
      )
    }
    hasRope = rope > 0
    places = zip(order, counts).map { Place(index: $0, notAbove: $1.notAbove, below: $1.below) }
    let edges = { (others: [Range<Int>]) in
      zip(order, others).filter { !$1.isEmpty }.map { Edge(index: $0, others: $1) }
    }
    upperEdges = edges(counts.map { $0.underEdge..<$0.notAbove })
    lowerEdges = edges(counts.map { $0.below..<$0.notInside })
  }

  /// Room for cumulative weights.
  var scratch: [SIMD4<Double>] {
    [SIMD4<Double>](repeating: .zero, count: places.count + 1)
  }

  /// Four draws and then four, whose sums stay in the processor's registers, where those of eight
  /// do not.
  func thetas(_ drawn: DrawnWeights, _ room: inout [SIMD4<Double>]) -> DrawnThetas {
    var cumulative = room.mutableSpan
    let low = thetas(of: { drawn.weights[$0].lowHalf }, &cumulative)
    let high = thetas(of: { drawn.weights[$0].highHalf }, &cumulative)
    return DrawnThetas(
      first: SIMD8(lowHalf: low.first, highHalf: high.first),
      second: SIMD8(lowHalf: low.second, highHalf: high.second),
      all: SIMD8(lowHalf: low.all, highHalf: high.all))
  }

  private typealias Four = SIMD4<Double>

  private func thetas(
    of weight: (Int) -> Four, _ cumulative: inout MutableSpan<Four>
  ) -> (first: Four, second: Four, all: Four) {
    var sum = Four.zero
    for (place, one) in places.enumerated() {
      sum += weight(one.index)
      cumulative[place + 1] = sum
    }
    var (first, second) = (Four.zero, Four.zero)
    for one in places {
      let weight = weight(one.index)
      first += weight * (sum - cumulative[one.notAbove])
      second += weight * cumulative[one.below]
    }
    // Pairs on the edge count half.
    for edge in upperEdges { first += 0.5 * weight(edge.index) * edge.sum(cumulative) }
    for edge in lowerEdges { second += 0.5 * weight(edge.index) * edge.sum(cumulative) }
    return (first, second, sum * sum)
  }
}

/// How many of ascending numbers a condition holds for, which holds for all up to one.
private func count(_ sorted: [Int128], where holds: (Int128) -> Bool) -> Int {
  var (low, high) = (0, sorted.count)
  while low < high {
    let middle = (low + high) / 2
    if holds(sorted[middle]) { low = middle + 1 } else { high = middle }
  }
  return low
}
