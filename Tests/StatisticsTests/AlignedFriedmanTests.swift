import Statistics
import Testing

struct AlignedFriedmanTests {
  @Test func `it agrees with exact arithmetic on every case`() throws {
    for line in try Fixture("omnibus.csv").lines where line["aligned_t"] != "" {
      let test = try AlignedFriedman(Fixture.blocks(of: line["case"] ?? ""))
      #expect(agrees(test.statistic, try #require(Double(line["aligned_t"] ?? ""))), "\(line)")
      #expect(agrees(test.p, try #require(Double(line["aligned_p"] ?? ""))), "\(line)")
      let ranks = numbers(line["aligned_ranks"])
      #expect(zip(test.meanRanks, ranks).allSatisfy { agrees($0, $1, 1e-14) }, "\(line)")
      #expect("\(test.degreesOfFreedom)" == line["aligned_df"])
    }
  }

  @Test func `aligned values tie as decimals`() throws {
    // Every block is 0.05 apart, so that there are two aligned values only.
    let test = try AlignedFriedman(blocks([[0.84, 0.79], [0.9, 0.85], [0.35, 0.3]]))
    #expect(test.meanRanks == [2, 5])
  }

  @Test func `equal values show nothing and none are an error`() throws {
    #expect(try AlignedFriedman(blocks([[1, 1], [2, 2]])).p == 1)
    #expect(throws: StatisticsError.tooFewBlocks(0, needed: 1, incomplete: 1)) {
      try AlignedFriedman(blocks([[.nan, .nan]]))
    }
  }
}
