import Statistics
import Tables
import Testing

struct BradleyTerryTreeTests {
  private static let names = ["a", "b", "c", "d"]

  /// tree.csv: blocks, and the features rows, features and type.
  private func data() throws -> (Blocks, Features) {
    let lines = try Fixture("tree.csv").lines
    let blocks = try Blocks(
      lines.enumerated().flatMap { place, line in
        Self.names.map {
          Blocks.Observation(
            block: "d\(place)", treatment: $0, value: Double(line[$0] ?? "") ?? .nan)
        }
      }, better: .higher)
    let features = ["rows", "features", "type"].map { name in
      Features.Feature(
        name: name,
        values: Dictionary(
          uniqueKeysWithValues: lines.enumerated().map { place, line in
            let word = line[name] ?? ""
            return ("d\(place)", Int64(word).map(Value.integer) ?? .text(word))
          }))
    }
    return (blocks, Features(features))
  }

  /// psychotree 0.16-0 (tree.R): the same splits, statistics and worths. Its p of numbers are
  /// Hansen's, and larger by the discreteness that it simulated.
  @Test func `it agrees with psychotree`() throws {
    let (blocks, features) = try data()
    let tree = try BradleyTerryTree(blocks, features)
    #expect(
      tree.nodes.map(\.path) == [
        [], [.atMost("rows", 1997)], [.above("rows", 1997)],
        [.above("rows", 1997), .among("type", ["multi"])],
        [.above("rows", 1997), .among("type", ["binary", "regression"])],
      ])
    #expect(tree.nodes.map(\.blocks.count) == [90, 46, 44, 16, 28])
    let statistics = [
      [68.5153247364, 7.92210379782, 20.50374469479513],
      [7.486897251333, 4.669630976392, 4.74632616687],
      [7.813266775185, 4.484584596758, 27.2607388316],
      [], [3.439085996853, 2.747382036163, 3.385797079820],
    ]
    for (node, expected) in zip(tree.nodes, statistics) {
      #expect(node.tests.count == expected.count)
      #expect(zip(node.tests, expected).allSatisfy { agrees($0.statistic, $1, 1e-8) })
    }
    // The chi-squared p of words is exact in both; R prints 1 - (1 - p)^3, and 3 p where that is small.
    let kinds = tree.nodes.prefix(3).map { $0.tests[2].p }
    #expect(
      agrees(
        3 * kinds[0] - 3 * kinds[0] * kinds[0] + kinds[0] * kinds[0] * kinds[0],
        0.00673981306919, 1e-8))
    #expect(agrees(3 * kinds[2], 3.88178838435e-04, 1e-8))
    let worths = [
      [0.6539830922967, 0.1157767841919, 0.187000438414, 0.0432396850976],
      [0.0161007529485, 0.7338777743613, 0.119626782340, 0.1303946903503],
      [0.0437667882363, 0.0626778497836, 0.300056874314, 0.5934984876665],
    ]
    for (leaf, expected) in zip(tree.leaves, worths) {
      #expect(zip(leaf.model.worths, expected).allSatisfy { agrees($0, $1, 1e-7) })
    }
  }

  @Test func `it says who leads where`() throws {
    let (blocks, features) = try data()
    let finding = try BradleyTerryTree.run(on: blocks, features, alpha: 0.05)
    #expect(
      finding.sentence == """
        the order of frameworks depends on rows, type: a leads where rows <= 1997 (46); b leads \
        where rows > 1997, type = multi (16); d leads where rows > 1997, type = binary or regression \
        (28); Bradley-Terry tree on 90 datasets
        """)
    #expect(finding.table.rows.count == 20)
    #expect(finding.table.rows[0][1] == .text("all"))
    let none = try BradleyTerryTree.run(on: blocks, Features([features.features[1]]), alpha: 0.05)
    #expect(none.sentence.hasPrefix("the order of frameworks is not shown to depend on a feature"))
    #expect(none.table.rows.count == 4)
  }

  /// Of 100 made-up benchmarks without any dependence at most 5 % are split, give or take 2.2 %.
  @Test func `where nothing changes it seldom splits`() throws {
    var random = SplitMix64(seed: 12)
    let splits = try (0..<100).count { _ in
      let blocks = try blocks(
        (0..<40).map { _ in (0..<3).map { _ in Double.random(in: 0..<1, using: &random) } })
      let features = ["x", "y"].map { name in
        Features.Feature(
          name: name,
          values: Dictionary(
            uniqueKeysWithValues: blocks.names.map {
              ($0, .real(Double.random(in: 0..<1, using: &random)))
            }))
      }
      return try BradleyTerryTree(blocks, Features(features)).nodes.count > 1
    }
    #expect(splits <= 11)
  }

  @Test func `what lacks a feature is left out, and none is an error`() throws {
    let (blocks, features) = try data()
    var rows = features.features[0].values
    rows["d3"] = .null
    let tree = try BradleyTerryTree(
      blocks, Features([Features.Feature(name: "rows", values: rows)]))
    #expect(tree.leftOut == 1)
    #expect(tree.nodes[0].blocks.count == 89)
    #expect(throws: StatisticsError.needs("features of the datasets", of: "the tree")) {
      try BradleyTerryTree(blocks, Features([]))
    }
  }

  @Test func `treatments that always win or always tie do no harm`() throws {
    let rows = (0..<30).map { place in [3.0, 1, 1, place < 15 ? 2 : 0] }
    let values = Dictionary(
      uniqueKeysWithValues: (0..<30).map { ("d\($0 + 1)", Value.integer(Int64($0))) })
    let tree = try BradleyTerryTree(
      blocks(rows), Features([Features.Feature(name: "place", values: values)]))
    #expect(tree.nodes.map(\.path.count) == [0, 1, 1])
    #expect(tree.nodes[1].path == [.atMost("place", 14)])
    #expect(tree.nodes.allSatisfy { $0.model.fit == .virtualTies })
  }
}
