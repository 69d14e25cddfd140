import Statistics
import Tables
import Testing

struct FriedmanTests {
  @Test func `it agrees with exact arithmetic on every case`() throws {
    for line in try Fixture("friedman.csv").lines {
      let blocks = try Fixture.blocks(of: line["case"] ?? "")
      guard let chi2 = Double(line["chi2"] ?? "") else {
        #expect(throws: StatisticsError.allBlocksConstant(blocks: blocks.names.count)) {
          try Friedman(blocks)
        }
        continue
      }
      let test = try Friedman(blocks)
      #expect("\(test.blocks)" == line["blocks"])
      #expect("\(test.treatments)" == line["treatments"])
      #expect(agrees(test.chiSquared, chi2), "\(line)")
      #expect(agrees(test.p, try #require(Double(line["p"] ?? ""))), "\(line)")
      #expect(agrees(test.kendallW, try #require(Double(line["kendall_w"] ?? ""))), "\(line)")
      let ranks = (line["mean_ranks"] ?? "").split(separator: " ").compactMap { Double($0) }
      #expect(zip(test.meanRanks, ranks).allSatisfy { agrees($0, $1, 1e-15) }, "\(line)")
      guard let f = Double(line["f"] ?? ""), let p = Double(line["f_p"] ?? "") else { continue }
      #expect(agrees(try #require(test.imanDavenport).f, f), "\(line)")
      #expect(agrees(try #require(test.imanDavenport).p, p), "\(line)")
    }
  }

  @Test func `Demsar's table 6 gives his ranks and degrees of freedom`() throws {
    // JMLR 7 (2006), table 6 and p. 14; his chi2 of 9.28 and F of 3.69 lack the ties' correction.
    let test = try Friedman(Fixture.blocks(of: "demsar-2006-table6-asranked"))
    #expect(test.meanRanks.map { ($0 * 1000).rounded() } == [3143, 2000, 2893, 1964])
    #expect(test.imanDavenport?.numerator == 3)
    #expect(test.imanDavenport?.denominator == 39)
  }

  @Test func `two treatments are enough`() throws {
    // Four wins and a loss: (4 - 1)^2 / 5, which is also McNemar's statistic.
    let test = try Friedman(blocks([[1, 0], [2, 0], [3, 0], [4, 0], [5, 9]]))
    #expect(agrees(test.chiSquared, 1.8))
    #expect(agrees(test.p, 0.17971249487899976))
  }

  @Test func `one block leaves no F`() throws {
    let test = try Friedman(blocks([[1, 2, 3]]))
    #expect(test.chiSquared == 2)
    #expect(test.imanDavenport == nil)
  }

  @Test func `blocks that all rank alike have an infinite F`() throws {
    let test = try Friedman(blocks([[1, 2, 3], [4, 5, 6]]))
    #expect(test.kendallW == 1)
    #expect(test.imanDavenport?.f == .infinity)
    #expect(test.imanDavenport?.p == 0)
  }

  @Test func `too little data is an error`() {
    #expect(throws: StatisticsError.tooFewTreatments(0, needed: 2)) { try Friedman(blocks([])) }
    #expect(throws: StatisticsError.tooFewTreatments(1, needed: 2)) { try Friedman(blocks([[1]])) }
    #expect(throws: StatisticsError.tooFewBlocks(0, needed: 1, incomplete: 1)) {
      try Friedman(blocks([[1, .nan]]))
    }
    #expect(throws: StatisticsError.allBlocksConstant(blocks: 2)) {
      try Friedman(blocks([[1, 1], [0.2, 0.2]]))
    }
  }

  @Test func `the direction turns the ranks around`() throws {
    let rows = [[0.1, 0.2, 0.2], [0.5, 0.4, 0.6]]
    let higher = try Friedman(blocks(rows))
    let lower = try Friedman(blocks(rows, better: .lower))
    #expect(higher.meanRanks == lower.meanRanks.map { 4 - $0 })
    #expect(higher.p == lower.p)
  }

  @Test func `p is uniform when nothing differs`() throws {
    var random = SplitMix64(seed: 4)
    let small = try (0..<1000).count { _ in
      let rows = (0..<30).map { _ in (0..<4).map { _ in Double.random(in: 0..<1, using: &random) } }
      return try Friedman(blocks(rows)).p < 0.1
    }
    // 1,000 tests at 10 %: 100 with a standard deviation of 9.5
    #expect((62...138).contains(small))
  }

  @Test func `the finding is one row and one sentence`() throws {
    let blocks = try Fixture.blocks(of: "demsar-2006-table6-printed")
    let finding = try Friedman.run(on: blocks, alpha: 0.05)
    #expect(finding.table.rows.count == 1)
    #expect(
      finding.sentence
        == "frameworks differ: Friedman chi2 = 11, df = 3, p = 0.012 on 14 datasets")
    let none = try Friedman.run(on: Fixture.blocks(of: "edge-o11"), alpha: 0.05)
    #expect(
      none.sentence
        == "no difference between frameworks is shown: Friedman chi2 = 0.9, df = 3, p = 0.83 "
        + "on 4 datasets (4 incomplete left out)")
  }
}
