import Statistics
import Tables
import Testing

struct RatingListTests {
  @Test func `the best comes first`() throws {
    let finding = try RatingList.run(on: Fixture.blocks(of: "edge-o01"), alpha: 0.05)
    let elo = try finding.table.column("elo").compactMap(\.number)
    #expect(elo == elo.sorted(by: >))
    #expect(finding.sentence.contains("is rated best, Elo "))
    #expect(finding.table.columns.last == "rescaled_loss")
    #expect(finding == (try RatingList.run(on: Fixture.blocks(of: "edge-o01"), alpha: 0.05)))
  }

  @Test func `one block gives no intervals`() throws {
    let blocks = try Blocks(
      [("d", "a", 1), ("d", "b", 2)].map {
        Blocks.Observation(block: $0, treatment: $1, value: $2)
      },
      better: .higher)
    let table = try RatingList.run(on: blocks, alpha: 0.05).table
    #expect(table.columns.prefix(3) == ["framework", "elo", "wins"])
  }

  @Test func `a yardstick adds what it measures`() throws {
    let data = try Fixture.blocks(of: "edge-o01")
    let reference = data.treatments[0]
    let table = try RatingList.run(
      on: data, alpha: 0.05, perfect: 1000, reference: reference
    ).table
    let row = try #require(table.rows.first { $0[0].string == reference })
    #expect(try row[#require(table.columns.firstIndex(of: "normalised_score"))] == .real(0))
    let improvabilities = try table.column("improvability").compactMap(\.number)
    #expect(improvabilities.allSatisfy { (0..<1).contains($0) })
    #expect(throws: StatisticsError.self) {
      try RatingList.run(on: data, alpha: 0.05, perfect: nil, reference: "nobody")
    }
  }

  @Test func `abilities come with intervals at the level asked for`() throws {
    let data = try Fixture.blocks(of: "edge-o01")
    let finding = try BradleyTerry.run(on: data, alpha: 0.1)
    let model = BradleyTerry(Contests(data))
    let row = try #require(
      finding.table.rows.first { $0[0].string == model.treatments[0] })
    #expect(row[1] == .real(model.abilities[0]))
    #expect(row[2] == .real(model.interval(0, confidence: 0.9).lower))
    let worths = try finding.table.column("worth").compactMap(\.number)
    #expect(agrees(worths.reduce(0, +), 1))
    #expect(finding.sentence.contains(" is the ablest, and beats "))
  }
}
