import Tables
import TestSupport
import Testing

@testable import Figures

@Suite struct HeatTests {
  private let spec = FigureSpec(chart: "heat")

  private func table(_ rows: [[Value]]) -> Table {
    Table(columns: ["block", "treatment", "value", "imputed"], rows: rows)
  }

  @Test func `the scores of AMLB 2019 as cells`() throws {
    let figure = try draw(AMLB2019.ranks, spec: spec, options: AMLB2019.options())
    #expect(figure.title == "H2OAutoML is best on 9 of 20 datasets")
    #expect(figure.svg.contains("10 of 160 cells without a value"))
    #expect(figure.svg.contains("<title>APSFailure: H2OAutoML 0.992 to constantpredictor 0.500"))
    expectGolden(figure.svg, "Figures/heat.svg")
  }

  @Test func `what is imputed is hatched and counted`() throws {
    let rows: [[Value]] = [
      ["d1", "a", 0.9, 0], ["d1", "b", 0.8, 2], ["d2", "a", 0.7, 0], ["d2", "b", .null, 0],
    ]
    let figure = try draw(table(rows), spec: spec, options: AMLB2019.options())
    #expect(figure.svg.contains("1 imputed"))
    #expect(figure.svg.contains("1 of 4 cells without a value"))
    expectGolden(figure.svg, "Figures/heat-imputed.svg")
  }

  @Test func `the hardest dataset stands on top and the best framework at the left`() throws {
    let rows: [[Value]] = [
      ["easy", "a", 0.9, 0], ["easy", "b", 0.8, 0], ["hard", "a", 0.3, 0], ["hard", "b", 0.2, 0],
      ["missed", "a", 0.9, 0],
    ]
    let input = ChartInput(
      table: table(rows), spec: spec, options: FigureOptions(), channels: Heat.channels, width: 688)
    let cells = try HeatCells(in: input, isHigherBetter: true)
    #expect(cells.blocks == ["missed", "hard", "easy"])
    #expect(cells.treatments == ["a", "b"])
    #expect(cells.blank == 1)
  }

  @Test(arguments: [(1, 1), (2, 1), (12, 104), (60, 30), (60, 1_000), (70, 5)])
  func `few and many draw, and what is left out is said`(frameworks: Int, datasets: Int) throws {
    let rows = (0..<datasets).flatMap { block in
      (0..<frameworks).map { framework -> [Value] in
        [
          .text("dataset-\(block)"), .text("framework-\(framework)"),
          .real(Double((framework * 7 + block * 13) % 50)), 0,
        ]
      }
    }
    let svg = try draw(table(rows), spec: spec).svg
    #expect(svg.contains("880 datasets of 1,000 not drawn") == (datasets == 1_000))
    #expect(svg.contains("Not drawn, of lower standing") == (frameworks == 70))
    if datasets == 104 { #expect((5_000...40_000).contains(svg.utf8.count)) }
  }

  @Test func `no number is too little`() {
    #expect(throws: FigureError.self) { try draw(table([]), spec: spec) }
    #expect(throws: FigureError.self) {
      try draw(table([["d", "a", .null, 0]]), spec: spec)
    }
  }
}
