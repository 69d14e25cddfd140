import Reports
import Statistics
import Tables
import TestSupport
import Testing

@Suite struct EvidenceTests {
  private func section(_ id: String, of report: Report) throws -> Section {
    try #require(report.sections.first { $0.id == id })
  }

  private func table(_ id: String, of report: Report) throws -> DataTable {
    let tables = report.sections.flatMap(\.blocks).compactMap { block in
      if case .table(let table) = block { table } else { nil }
    }
    return try #require(tables.first { $0.id == id })
  }

  @Test func `the whole report reads as it should`() throws {
    expectGolden(try Report(of: Example.evidence()).text(.markdown), "reports/report.md")
  }

  @Test func `three datasets cannot show that frameworks differ, and the report says so`() throws {
    let report = try Report(of: Example.evidence())
    // Friedman with 3 blocks and 3 treatments that rank alike: chi2 = 6, p = 0.0498.
    #expect(report.summary.hasPrefix("tpot ranks first (mean rank 1.00 on 3 datasets)"))
    let strict = Example.evidence()
    #expect(
      try Report(of: with(strict) { $0.alpha = 0.01 }).summary
        == "No framework is shown to be ahead of the others (Friedman, alpha 0.01); the best mean rank "
        + "is that of tpot, 1.00 on 3 datasets.")
  }

  @Test func `what is missing is flagged`() throws {
    let report = try Report(of: Example.evidence())
    #expect(
      try section("coverage", of: report).blocks.contains(
        .warning(
          "Frameworks have scores on different datasets: ranks use the 3 of 4 that all of them have. "
            + "h2o lacks 1 (credit).")))
    #expect(
      try section("coverage", of: report).blocks.first
        == .shares([
          Share(.finished, "finished", 22), Share(.failed, "failed", 2),
          Share(.neverRun, "never run", 0),
        ]))
  }

  @Test func `the leaderboard holds the test's own ranks, in full`() throws {
    let evidence = Example.evidence()
    let board = try table("leaderboard-table", of: Report(of: evidence))
    let blocks = try Blocks(
      evidence.scores, block: "dataset", treatment: "framework", value: "value", better: .higher)
    let ranks = try Nemenyi(blocks, alpha: 0.05).meanRanks
    for (name, rank) in zip(blocks.treatments, ranks) {
      let row = try #require(board.rows.first { $0[0].value == .text(name) })
      #expect(row[1].value == .real(rank))
    }
    #expect(!board.columns.contains("inference s"), "a column that nothing is known of is left out")
  }

  @Test func `each mean has its runs beside it and the best is marked`() throws {
    let tasks = try table(tasksID, of: Report(of: Example.evidence()))
    #expect(tasks.columns == ["dataset", "tpot", "flaml", "h2o"])
    #expect(tasks.rows[0].map(\.isBest) == [false, true, false, false])
    #expect(tasks.rows[0][1].dots.map { ($0 ?? -1).rounded(.up) } == [1, 1])
    #expect(tasks.rows[3][3].value == .null)
  }

  @Test func `one framework has a leaderboard and no test`() throws {
    let all = Example.evidence()
    let one = all.scores.rows.filter { $0[2] == "tpot" }
    let report = try Report(
      of: with(all) { $0.scores = Table(columns: all.scores.columns, rows: one) })
    #expect(report.summary.hasPrefix("No test: "))
    #expect(try table("leaderboard-table", of: report).rows.count == 3)
  }

  @Test func `where no dataset was finished by all there is no ranking`() throws {
    let all = Example.evidence()
    let rows = all.scores.rows.filter { ($0[2] == "tpot") == ($0[1] == "iris") }
    let report = try Report(
      of: with(all) { $0.scores = Table(columns: all.scores.columns, rows: rows) })
    #expect(report.summary == "No ranking: none of 4 datasets was finished by every framework.")
  }

  private func with(_ evidence: Evidence, _ change: (inout Evidence) -> Void) -> Evidence {
    var copy = evidence
    change(&copy)
    return copy
  }
}
