/// Numbers that come and go, with their order statistics at any moment: what a window that slides over
/// rows needs.
///
/// ```
/// var values = OrderStatistics()
/// for value in [4.0, 1, 9] { values.insert(value) }
/// values.quantile(0.5)   // 4
/// values.remove(9)
/// values.quantile(0.5)   // 2.5
/// ```
///
/// A treap: a binary tree in the order of the values that is a heap in the order of random numbers,
/// which keep it shallow whatever the values are. Nodes lie in one array and freed ones serve again.
///
/// **Edge cases**: equal values are kept each. Infinities are ordered; a NaN is a mistake of the caller.
///
/// **Source**: Seidel and Aragon, Randomized search trees, Algorithmica 16 (1996).
/// - Complexity: O(log n) to insert, to remove and for each statistic; 32 bytes a value.
package struct OrderStatistics: Sendable {
  private struct Node {
    var value: Double
    var priority: UInt32
    var left = none
    var right = none
    /// Of the subtree.
    var count: Int32 = 1
  }

  /// Where there is no node.
  private static let none: Int32 = -1

  private var nodes: [Node] = []
  private var free: [Int32] = []
  private var root = none
  // Any seed will do: it shapes the tree and not what is found in it.
  private var random = SplitMix64(seed: 1)

  package init() {}

  package var count: Int { count(root) }

  // MARK: Changes

  package mutating func insert(_ value: Double) {
    let (below, rest) = split(root, at: rank(of: value))
    root = merge(merge(below, node(value)), rest)
  }

  /// Takes one of the numbers that equal `value` away, which must be there.
  package mutating func remove(_ value: Double) {
    let (below, rest) = split(root, at: rank(of: value))
    let (found, above) = split(rest, at: 1)
    precondition(found != Self.none && nodes[Int(found)].value == value, "what leaves was there")
    free.append(found)
    root = merge(below, above)
  }

  private mutating func node(_ value: Double) -> Int32 {
    let node = Node(value: value, priority: UInt32(truncatingIfNeeded: random.next()))
    guard let place = free.popLast() else {
      nodes.append(node)
      return Int32(nodes.count - 1)
    }
    nodes[Int(place)] = node
    return place
  }

  /// Parts a subtree into its first `count` values and the others.
  private mutating func split(_ node: Int32, at count: Int) -> (Int32, Int32) {
    guard node != Self.none else { return (Self.none, Self.none) }
    let place = Int(node)
    let before = self.count(nodes[place].left)
    if count <= before {
      let (first, rest) = split(nodes[place].left, at: count)
      nodes[place].left = rest
      recount(place)
      return (first, node)
    }
    let (first, rest) = split(nodes[place].right, at: count - before - 1)
    nodes[place].right = first
    recount(place)
    return (node, rest)
  }

  /// Joins two subtrees, no value of `first` above one of `second`.
  private mutating func merge(_ first: Int32, _ second: Int32) -> Int32 {
    guard first != Self.none else { return second }
    guard second != Self.none else { return first }
    if nodes[Int(first)].priority > nodes[Int(second)].priority {
      nodes[Int(first)].right = merge(nodes[Int(first)].right, second)
      recount(Int(first))
      return first
    }
    nodes[Int(second)].left = merge(first, nodes[Int(second)].left)
    recount(Int(second))
    return second
  }

  private mutating func recount(_ place: Int) {
    nodes[place].count = Int32(1 + count(nodes[place].left) + count(nodes[place].right))
  }

  // MARK: Order

  private func count(_ node: Int32) -> Int {
    node == Self.none ? 0 : Int(nodes[Int(node)].count)
  }

  /// How many numbers are smaller than `value`.
  private func rank(of value: Double) -> Int {
    var (node, rank) = (root, 0)
    while node != Self.none {
      let here = nodes[Int(node)]
      if here.value < value {
        rank += count(here.left) + 1
        node = here.right
      } else {
        node = here.left
      }
    }
    return rank
  }

  /// The number at `place` of a subtree, from 0.
  private func value(at place: Int, of root: Int32) -> Double {
    var (node, place) = (root, place)
    while true {
      let here = nodes[Int(node)]
      let before = count(here.left)
      if place == before { return here.value }
      node = place < before ? here.left : here.right
      if place > before { place -= before + 1 }
    }
  }

  // MARK: Statistics

  /// As ``Statistics/quantile(_:of:)``.
  package func quantile(_ p: Double) -> Double? {
    Statistics.quantile(p, of: count) { value(at: $0, of: root) }
  }

  /// As ``Statistics/interquartileRange(of:)``.
  package var interquartileRange: Double? {
    guard let first = quantile(0.25), let third = quantile(0.75) else { return nil }
    return third - first
  }

  /// As ``Statistics/medianAbsoluteDeviation(of:)``; the tree is parted at the median while it looks.
  package mutating func medianAbsoluteDeviation() -> Double? {
    guard let middle = quantile(0.5) else { return nil }
    guard middle.isFinite else { return .nan }
    let all = count
    let (below, above) = split(root, at: rank(of: middle))
    defer { root = merge(below, above) }
    return Statistics.quantile(0.5, of: all) { distance(at: $0, from: middle, below, above) }
  }

  /// The distance at `place`, from 0 and ascending, from `middle` to the numbers of the two subtrees
  /// on either side of it.
  ///
  /// Of the roots the farther one comes after all that is nearer than either, the nearer one before
  /// what is left: each step goes down in one of both trees.
  private func distance(
    at place: Int, from middle: Double, _ below: Int32, _ above: Int32
  ) -> Double {
    var (below, above, place) = (below, above, place)
    while below != Self.none, above != Self.none {
      let (lower, upper) = (nodes[Int(below)], nodes[Int(above)])
      let (nearLower, nearUpper) = (count(lower.right), count(upper.left))
      let upperIsFarther = upper.value - middle >= middle - lower.value
      if place <= nearLower + nearUpper {
        if upperIsFarther { above = upper.left } else { below = lower.right }
      } else if upperIsFarther {
        place -= nearLower + 1
        below = lower.left
      } else {
        place -= nearUpper + 1
        above = upper.right
      }
    }
    return below == Self.none
      ? value(at: place, of: above) - middle
      : middle - value(at: count(below) - 1 - place, of: below)
  }
}
