import Statistics
import Tables
import Testing

struct QuadeTests {
  @Test func `it agrees with exact arithmetic on every case`() throws {
    for line in try Fixture("omnibus.csv").lines {
      let blocks = try Fixture.blocks(of: line["case"] ?? "")
      guard let f = Double(line["quade_f"] ?? ""), let p = Double(line["quade_p"] ?? "") else {
        #expect(throws: StatisticsError.self, "\(line)") { try Quade(blocks) }
        continue
      }
      let test = try Quade(blocks)
      #expect(agrees(test.f, f), "\(line)")
      #expect(agrees(test.p, p), "\(line)")
      #expect("\(test.numerator)" == line["quade_df1"])
      #expect("\(test.denominator)" == line["quade_df2"])
    }
  }

  @Test func `ranges tie as decimals`() throws {
    // 0.84 - 0.79 and 0.9 - 0.85: as doubles one block would count twice the other
    let test = try Quade(blocks([[0.84, 0.79], [0.85, 0.9], [0.3, 0.1]]))
    let same = try Quade(blocks([[5, 0], [0, 5], [20, 0]]))
    #expect(test.f == same.f)
  }

  @Test func `too little data is an error`() {
    #expect(throws: StatisticsError.tooFewBlocks(1, needed: 2, incomplete: 0)) {
      try Quade(blocks([[1, 2, 3]]))
    }
    #expect(throws: StatisticsError.allBlocksConstant(blocks: 2)) {
      try Quade(blocks([[1, 1], [2, 2]]))
    }
  }

  @Test func `the finding is one row and one sentence`() throws {
    let finding = try Quade.run(on: Fixture.blocks(of: "demsar-2006-table6-printed"), alpha: 0.05)
    #expect(finding.table.rows.count == 1)
    #expect(
      finding.sentence == "frameworks differ: Quade F = 4.63, p = 0.0073 on 14 datasets")
  }
}
