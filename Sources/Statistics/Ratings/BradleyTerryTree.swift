import Tables

/// Where the order of treatments depends on what is known of the blocks: a tree of Bradley-Terry
/// models, each of blocks that are alike in some features.
///
/// A node's blocks are tested, feature by feature, for whether the abilities fluctuate along it (see
/// ``Instability``). Where the least p, times the number of features, is below `alpha`, the blocks are
/// split in two by that feature, there where two models fit best; and so on in either part.
///
/// ```
/// try BradleyTerryTree(blocks, features).leaves.map(\.model.abilities)
/// ```
///
/// **Shape**: nodes from the root down, the left part of a split before the right.
///
/// **Edge cases**: blocks that lack a score or a feature are left out. A feature of words has at most
/// ten of them, or is not split by. Ties count half a win to either side.
///
/// **Source**: Strobl, Wickelmaier and Zeileis, Accounting for individual differences in
/// Bradley-Terry models by means of recursive partitioning, Journal of Educational and Behavioral
/// Statistics 36 (2011); Gijsbers et al., AMLB: an AutoML benchmark, JMLR 25 (2024). R's psychotree has
/// other p values for numeric features (``BesselSupremum``) and a parameter for ties.
/// - Complexity: O(N^2 k^2 + N k^3) a node and feature.
package struct BradleyTerryTree: Sendable {
  /// A part of the blocks, by one feature.
  package enum Condition: Sendable, Equatable {
    case atMost(String, Double)
    case above(String, Double)
    case among(String, [String])
  }

  package struct Node: Sendable {
    /// What leads here from the root.
    package let path: [Condition]
    package let blocks: [String]
    package let model: BradleyTerry
    /// A test per feature that is not the same on all blocks.
    package let tests: [Instability]
    /// The feature the blocks are split by; nil for a leaf.
    package let split: String?
  }

  package let nodes: [Node]
  package let better: Direction
  /// Blocks that lack a score or a feature.
  package let leftOut: Int

  package var leaves: [Node] { nodes.filter { $0.split == nil } }

  /// - Parameter leastBlocks: how many blocks a leaf has at least.
  package init(
    _ blocks: Blocks, _ features: Features, alpha: Double = 0.05, leastBlocks: Int = 10
  ) throws(StatisticsError) {
    precondition(leastBlocks > 0, "a leaf has blocks")
    let alpha = try level(alpha)
    try blocks.require(blocks: 1, treatments: 2)
    var growth = Growth(blocks, features.features, alpha, leastBlocks)
    guard !growth.known.isEmpty else { throw .needs("features of the datasets", of: "the tree") }
    growth.grow(growth.known, [])
    nodes = growth.nodes
    better = blocks.better
    leftOut = blocks.names.count + blocks.incomplete.count - growth.known.count
  }
}

extension BradleyTerryTree.Condition: CustomStringConvertible {
  package var description: String {
    switch self {
    case .atMost(let name, let bound): "\(name) <= \(text(bound, digits: 6))"
    case .above(let name, let bound): "\(name) > \(text(bound, digits: 6))"
    case .among(let name, let words): "\(name) = \(words.joined(separator: " or "))"
    }
  }
}

/// The tree as it grows; blocks are told by their places.
private struct Growth {
  private let blocks: Blocks
  private let features: [Features.Feature]
  private let alpha: Double
  private let leastBlocks: Int
  /// Blocks with all features.
  let known: [Int]
  private(set) var nodes: [BradleyTerryTree.Node] = []

  init(_ blocks: Blocks, _ features: [Features.Feature], _ alpha: Double, _ leastBlocks: Int) {
    (self.blocks, self.features) = (blocks, features)
    (self.alpha, self.leastBlocks) = (alpha, leastBlocks)
    known =
      features.isEmpty
      ? []
      : blocks.names.indices.filter { place in
        features.allSatisfy { !($0.values[blocks.names[place]] ?? .null).isNull }
      }
  }

  mutating func grow(_ places: [Int], _ path: [BradleyTerryTree.Condition]) {
    let part = Part(blocks, places)
    let tests = features.compactMap { feature in
      Instability(
        part.scores, feature.name, marks(feature, places), leastBlocks: leastBlocks)
    }
    let least = tests.filter { $0.p * Double(tests.count) < alpha }.min { $0.p < $1.p }
    let feature = features.first { $0.name == least?.feature }
    let split = feature.flatMap { best(split: $0, of: places) }
    nodes.append(
      BradleyTerryTree.Node(
        path: path, blocks: places.map { blocks.names[$0] }, model: part.model, tests: tests,
        split: split == nil ? nil : feature?.name))
    guard let split else { return }
    let within = Set(split.left)
    grow(split.left, path + [split.conditions.left])
    grow(places.filter { !within.contains($0) }, path + [split.conditions.right])
  }

  private func marks(_ feature: Features.Feature, _ places: [Int]) -> Instability.Marks {
    let values = places.map { feature.values[blocks.names[$0]] ?? .null }
    return feature.isNumeric
      ? .numbers(values.map { $0.number ?? .nan }) : .words(values.map { $0.description ?? "" })
  }

  // MARK: Splits

  private struct Split {
    let left: [Int]
    let conditions: (left: BradleyTerryTree.Condition, right: BradleyTerryTree.Condition)
  }

  /// The split by which the two models are likeliest; nil where none leaves enough blocks on both
  /// sides.
  private func best(split feature: Features.Feature, of places: [Int]) -> Split? {
    var (best, height) = (Split?.none, -Double.infinity)
    for split in splits(feature, places) {
      let left = Set(split.left)
      let right = places.filter { !left.contains($0) }
      guard min(left.count, right.count) >= leastBlocks else { continue }
      let sum =
        Part(blocks, split.left).model.logLikelihood + Part(blocks, right).model.logLikelihood
      if sum > height { (best, height) = (split, sum) }
    }
    return best
  }

  private func splits(_ feature: Features.Feature, _ places: [Int]) -> [Split] {
    switch marks(feature, places) {
    case .numbers(let numbers):
      return Set(numbers).sorted().map { bound in
        Split(
          left: places.indices.filter { numbers[$0] <= bound }.map { places[$0] },
          conditions: (.atMost(feature.name, bound), .above(feature.name, bound)))
      }
    case .words(let words):
      let kinds = Set(words).sorted()
      guard kinds.count <= 10 else { return [] }
      // The last word stays on the right, so that each split comes once.
      return (1..<max(1, 1 << (kinds.count - 1))).map { set in
        let left = kinds.indices.filter { set & (1 << $0) != 0 }.map { kinds[$0] }
        let right = kinds.filter { !left.contains($0) }
        return Split(
          left: places.indices.filter { left.contains(words[$0]) }.map { places[$0] },
          conditions: (.among(feature.name, left), .among(feature.name, right)))
      }
    }
  }
}

/// Some of the blocks: their model, and each block's pull on its abilities.
private struct Part {
  let model: BradleyTerry
  /// The derivative of a block's log likelihood: its points less the expected ones, which at the
  /// maximum are the mean points.
  let scores: [[Double]]

  init(_ blocks: Blocks, _ places: [Int]) {
    let count = blocks.treatments.count
    var points = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var scores: [[Double]] = []
    for place in places {
      let row = blocks.rows[place]
      let ranks = ranks(of: row, best: blocks.better)
      for one in 0..<count {
        for other in 0..<count where other != one {
          points[one][other] +=
            ranks[one] < ranks[other] ? 1 : ranks[one] == ranks[other] ? 0.5 : 0
        }
      }
      scores.append(ranks.map { Double(count) - $0 })
    }
    model = BradleyTerry(blocks.treatments, points: points, virtualTies: false)
    let means = (0..<count).map { one in mean(of: scores.map { $0[one] }) ?? 0 }
    self.scores = scores.map { zip($0, means).map { $0 - $1 } }
  }
}
