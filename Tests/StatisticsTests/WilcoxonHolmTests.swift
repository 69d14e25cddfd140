import Statistics
import Tables
import Testing

struct WilcoxonHolmTests {
  @Test func `p values are adjusted over all pairs`() throws {
    // edge-o01: exact p 0.3125, 0.125, 0.0625, Holm by R's p.adjust
    let test = try WilcoxonHolm(Fixture.blocks(of: "edge-o01"))
    #expect(test.pairs.map(\.test.p) == [0.3125, 0.125, 0.0625])
    #expect(test.adjusted == [0.3125, 0.25, 0.1875])
  }

  @Test func `the finding has a row per pair, raw and adjusted`() throws {
    let blocks = try Fixture.blocks(of: "amlb19-small-8c1h")
    let finding = try WilcoxonHolm.run(on: blocks, alpha: 0.05)
    #expect(finding.table.rows.count == 28)
    let raw = try finding.table.column("p").compactMap(\.number)
    #expect(try finding.table.column("p_adjusted").compactMap(\.number) == holm(raw))
    #expect(
      finding.sentence
        == "17 of 28 pairs differ at 0.05: Wilcoxon signed-rank, Pratt zeros, adjusted by Holm, "
        + "on 15 datasets (1 incomplete left out)")
  }

  @Test func `cliques hold what is not shown to differ, gaps and all`() throws {
    // Demsar's table 6 by networkx's find_cliques over Holm-adjusted exact p values
    let demsar = try WilcoxonHolm(Fixture.blocks(of: "demsar-2006-table6-printed"))
    #expect(demsar.cliques(alpha: 0.05) == [[3, 1, 2], [3, 2, 0]])
    let garcia = try WilcoxonHolm(Fixture.blocks(of: "garcia-herrera-2008"))
    #expect(Set(garcia.cliques(alpha: 0.05)) == [[0, 2], [2, 1], [4, 1]])
    let edge = try WilcoxonHolm(Fixture.blocks(of: "edge-o209"))
    #expect(
      Set(edge.cliques(alpha: 0.05)) == [[4, 6, 8, 5, 1, 2, 3, 0], [7, 4, 6, 8, 5, 1, 2, 3]])
  }
}
