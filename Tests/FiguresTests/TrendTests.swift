import Tables
import TestSupport
import Testing

@testable import Figures

@Suite struct TrendTests {
  private let spec = FigureSpec(chart: "trend")

  private func table(_ rows: [[Value]]) -> Table {
    Table(columns: ["treatment", "x", "block", "y"], rows: rows)
  }

  @Test func `versions stand in the order of their numbers`() throws {
    let rows = ["1.9", "1.10", "1.2"].enumerated().flatMap { place, version in
      (1...6).flatMap { block -> [[Value]] in
        [
          ["tpot", .text(version), .integer(Int64(block)), .real(0.5 + 0.1 * Double(place))],
          ["h2o", .text(version), .integer(Int64(block)), .real(0.4 + 0.01 * Double(block))],
        ]
      }
    }
    let figure = try draw(table(rows), spec: spec, options: AMLB2019.options())
    #expect(figure.title == "tpot loses 0.100 from 1.2 to 1.10")
    expectGolden(figure.svg, "Figures/trend.svg")
  }

  @Test func `steps compare digits as numbers`() {
    let steps = ["2.0", "1.10", "1.9rc2", "1.9", "1.9rc10", "2026-04", "2026-11"]
    #expect(
      steps.sorted(by: isEarlier)
        == ["1.9", "1.9rc2", "1.9rc10", "1.10", "2.0", "2026-04", "2026-11"])
  }

  /// The interval is 0.2 plus or minus t(0.975, 2) = 4.3027 times 0.1 / sqrt(3) = 0.2484.
  @Test func `a change whose interval holds 0 is not called one`() throws {
    let rows: [[Value]] = [
      ["a", "1", "d1", 0], ["a", "1", "d2", 0], ["a", "1", "d3", 0],
      ["a", "2", "d1", 0.1], ["a", "2", "d2", 0.2], ["a", "2", "d3", 0.3],
    ]
    #expect(try draw(table(rows), spec: spec).title == "a is not shown to change from 1 to 2")
  }

  @Test func `a dataset that a step lacks is left out, and that is said`() throws {
    let rows: [[Value]] = [
      ["a", "1", "d1", 0], ["a", "1", "d2", 0], ["a", "2", "d1", 0.1], ["b", "1", "d1", 0],
    ]
    let svg = try draw(table(rows), spec: spec).svg
    #expect(svg.contains("Left out, since a step lacks them: a (1 dataset)."))
  }

  @Test func `one step is too little`() {
    #expect(throws: FigureError.self) { try draw(table([["a", "1", "d1", 0]]), spec: spec) }
  }
}
