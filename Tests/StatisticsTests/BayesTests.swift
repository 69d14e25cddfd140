import Statistics
import Tables
import Testing

struct BayesTests {
  @Test func `the finding is the same each time, with a row per pair`() throws {
    let blocks = try Fixture.blocks(of: "edge-o07")
    let finding = try Bayes.run(on: blocks, alpha: 0.05)
    #expect(finding == (try Bayes.run(on: blocks, alpha: 0.05)))
    #expect(finding.table.columns == ["a", "b", "p_a", "p_equal", "p_b"])
    #expect(finding.table.rows.count == 1)
    let sentence = finding.sentence
    #expect(sentence.hasPrefix("f01 is better than f02 with probability 0.98"))
  }

  @Test func `of several pairs it counts those that are decided`() throws {
    let blocks = try Fixture.blocks(of: "edge-o01")
    let sentence = try Bayes.run(on: blocks, alpha: 0.07).sentence
    #expect(
      sentence == "2 of 3 pairs are decided with a probability above 0.93: "
        + "Bayesian signed-rank test on 5 datasets")
  }
}
