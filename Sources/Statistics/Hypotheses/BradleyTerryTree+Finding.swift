package import Tables

extension BradleyTerryTree: FeatureHypothesis {
  package static let name = "bradley-terry-tree"
  package static let title = "Bradley-Terry tree on features of the datasets"
  package static let help = """
    Where the order of frameworks depends on the datasets: a tree that splits them by the feature \
    (rows, features, classes, ...) along which wins and losses change most, as long as that is \
    significant, adjusted over features by Bonferroni; a leaf has ten datasets at least. A row per \
    node and framework: its ability, and its share of the abilities' odds, worth. Only complete \
    datasets count.
    """
  package static let reference = """
    Strobl, Wickelmaier and Zeileis, Accounting for individual differences in Bradley-Terry models by \
    means of recursive partitioning, Journal of Educational and Behavioral Statistics 36 (2011)
    """

  package static func run(
    on blocks: Blocks, _ features: Features, alpha: Double
  ) throws(StatisticsError) -> Finding {
    let tree = try BradleyTerryTree(blocks, features, alpha: alpha)
    return Finding(table: tree.table, sentence: tree.sentence)
  }

  /// A row per node and treatment: `node path datasets split p framework ability worth fit`; p is the
  /// least of the node, adjusted.
  package var table: Table {
    Table(
      columns: [
        "node", "path", "datasets", "split", "p", "framework", "ability", "worth", "fit",
      ],
      rows: nodes.enumerated().flatMap { number, node in
        node.model.treatments.indices.map { treatment in
          [
            .integer(Int64(number + 1)),
            .text(node.path.isEmpty ? "all" : node.pathText),
            .integer(Int64(node.blocks.count)), node.split.map(Value.text) ?? .null,
            .number(node.leastAdjusted ?? .nan), .text(node.model.treatments[treatment]),
            .number(node.model.abilities[treatment]), .number(node.model.worths[treatment]),
            .text(node.model.fit.rawValue),
          ]
        }
      })
  }

  private var sentence: String {
    let root = nodes[0]
    let datasets =
      text(root.blocks.count, "dataset")
      + (leftOut > 0 ? " (\(leftOut) that lack a score or a feature left out)" : "")
    guard root.split != nil else {
      let least = root.leastAdjusted.map { ", least adjusted \(text(p: $0))" } ?? ""
      return "the order of frameworks is not shown to depend on a feature of \(datasets)\(least)"
    }
    let parts = leaves.map { leaf in
      "\(leaf.model.best) leads where \(leaf.pathText) (\(leaf.blocks.count))"
    }
    return "the order of frameworks depends on \(splits.joined(separator: ", ")): "
      + parts.joined(separator: "; ") + "; Bradley-Terry tree on \(datasets)"
  }

  /// The features split by, each once, from the root down.
  private var splits: [String] {
    nodes.compactMap(\.split).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }
}

extension BradleyTerryTree.Node {
  fileprivate var pathText: String { path.map(\.description).joined(separator: ", ") }

  /// The least p of the tests, times their number.
  package var leastAdjusted: Double? {
    tests.map(\.p).min().map { min(1, $0 * Double(tests.count)) }
  }
}

extension BradleyTerry {
  fileprivate var best: String {
    let place = abilities.indices.max { abilities[$0] < abilities[$1] } ?? 0
    return treatments[place]
  }
}
