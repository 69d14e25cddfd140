import Statistics
import Testing

struct NemenyiTests {
  @Test func `it agrees with arbitrary precision on every case`() throws {
    for line in try Fixture("nemenyi.csv").lines {
      let blocks = try Fixture.blocks(of: line["case"] ?? "")
      let alpha = try #require(Double(line["alpha"] ?? ""))
      let test = try Nemenyi(blocks, alpha: alpha)
      let distance = try #require(Double(line["critical_distance"] ?? ""))
      #expect(agrees(test.criticalDistance, distance), "\(line)")
      let p = (line["p"] ?? "").split(separator: " ").compactMap { Double($0) }
      #expect(test.pairs.count == p.count)
      #expect(zip(test.pairs, p).allSatisfy { agrees($0.p, $1) }, "\(line)")
      let cliques = test.cliques.map { $0.map { blocks.treatments[$0] }.joined(separator: "+") }
      #expect(cliques.joined(separator: " ") == line["cliques"], "\(line)")
    }
  }

  @Test func `Demsar's critical distances for 14 datasets`() throws {
    // JMLR 7 (2006), p. 14: 1.25 at 0.05, 1.12 at 0.10
    let blocks = try Fixture.blocks(of: "demsar-2006-table6-asranked")
    #expect(agrees(try Nemenyi(blocks, alpha: 0.05).criticalDistance, 1.25, 0.004))
    #expect(agrees(try Nemenyi(blocks, alpha: 0.10).criticalDistance, 1.12, 0.004))
  }

  @Test func `equal frameworks are one clique and p is 1`() throws {
    let test = try Nemenyi(blocks([[1, 1, 1], [2, 2, 2]]), alpha: 0.05)
    #expect(test.cliques == [[0, 1, 2]])
    #expect(test.pairs.allSatisfy { $0.p == 1 })
  }

  @Test func `frameworks far apart make no clique`() throws {
    let test = try Nemenyi(blocks((1...60).map { [Double($0), 0] }), alpha: 0.05)
    #expect(test.cliques.isEmpty)
    #expect(test.pairs[0].difference == -1)
  }

  @Test func `a level outside 0 to 1 is an error`() {
    for alpha in [0, 1, -0.1, .nan, 5] {
      #expect(throws: StatisticsError.self) { try Nemenyi(blocks([[1, 2]]), alpha: alpha) }
    }
  }

  @Test func `the sentence counts pairs and gives the distance`() throws {
    let blocks = try Fixture.blocks(of: "demsar-2006-table6-printed")
    #expect(
      try Nemenyi.run(on: blocks, alpha: 0.1).sentence
        == "2 of 6 pairs differ at 0.1: Nemenyi, critical distance 1.12 on 14 datasets")
  }
}
