import Statistics
import Testing

struct SkillingsMackTests {
  @Test func `it agrees with arbitrary precision on incomplete cases`() throws {
    for line in try Fixture("omnibus.csv").lines {
      guard let statistic = Double(line["skillings_mack"] ?? "") else { continue }
      let test = try SkillingsMack(Fixture.blocks(of: line["case"] ?? ""))
      #expect(agrees(test.statistic, statistic), "\(line)")
      #expect(agrees(test.p, try #require(Double(line["skillings_mack_p"] ?? ""))), "\(line)")
      #expect("\(test.blocks)" == line["skillings_mack_blocks"])
      #expect("\(test.degreesOfFreedom)" == line["skillings_mack_df"])
    }
  }

  @Test func `the paper's example gives 15.493 and its adjusted sums`() throws {
    // Technometrics 23 (1981), p. 175: assembly times, nine workers by four methods
    let test = try SkillingsMack(Fixture.blocks(of: "skillings-mack-1981"))
    #expect((test.statistic * 1000).rounded() == 15493)
    #expect(agrees(test.sums[1], 4.2812441460518444))
  }

  @Test func `without ties and gaps it is Friedman's chi-squared`() throws {
    let blocks = try Fixture.blocks(of: "edge-o01")
    #expect(agrees(try SkillingsMack(blocks).statistic, try Friedman(blocks).chiSquared))
  }

  @Test func `groups that no block joins are compared within`() throws {
    let rows: [[Double]] = [
      [1, 2, .nan, .nan], [1, 3, .nan, .nan], [.nan, .nan, 4, 5], [.nan, .nan, 6, 5],
      [.nan, .nan, 1, .nan],
    ]
    let test = try SkillingsMack(blocks(rows))
    #expect(test.degreesOfFreedom == 2)
    #expect(test.blocks == 4)
    // Two wins of two: (2 - 0)^2 / 2; one of two: 0
    #expect(agrees(test.statistic, 2))
  }

  @Test func `a treatment without values is left out`() throws {
    let test = try SkillingsMack(blocks([[1, 2, .nan], [3, 1, .nan], [5, 4, .nan]]))
    #expect(test.degreesOfFreedom == 1)
    #expect(agrees(test.statistic, 1.0 / 3))
  }

  @Test func `too little data is an error`() {
    #expect(throws: StatisticsError.tooFewBlocks(0, needed: 1, incomplete: 1)) {
      try SkillingsMack(blocks([[1, .nan]]))
    }
    #expect(throws: StatisticsError.allBlocksConstant(blocks: 2)) {
      try SkillingsMack(blocks([[1, 1, .nan], [2, 2, 2]]))
    }
  }

  @Test func `the sentence counts incomplete datasets`() throws {
    let blocks = try Fixture.blocks(of: "skillings-mack-1981")
    let sentence = try SkillingsMack.run(on: blocks, alpha: 0.05).sentence
    #expect(
      sentence
        == "frameworks differ: Skillings-Mack chi2 = 15.5, df = 3, p = 0.0014 on 9 datasets, "
        + "3 incomplete")
  }
}
