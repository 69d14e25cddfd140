import Tables
import TestSupport
import Testing

@testable import Figures

@Suite struct PairScatterTests {
  private let spec = FigureSpec(chart: "pair-scatter")

  private func table(_ rows: [[Value]]) -> Table {
    Table(columns: ["block", "treatment", "value"], rows: rows)
  }

  @Test func `two frameworks of AMLB 2019`() throws {
    var options = AMLB2019.options()
    options.highlight = ["TPOT", "H2OAutoML"]
    let figure = try draw(AMLB2019.ranks, spec: spec, options: options)
    #expect(figure.title == "H2OAutoML scores higher than TPOT on 16 of 20 datasets")
    #expect(figure.svg.contains("They differ most on"))
    expectGolden(figure.svg, "Figures/pair-scatter.svg")
  }

  @Test func `a narrow page has the numbers below`() throws {
    var options = AMLB2019.options()
    options.width = 400
    let figure = try draw(AMLB2019.ranks, spec: spec, options: options)
    expectGolden(figure.svg, "Figures/pair-scatter-narrow.svg")
  }

  @Test func `what may be chance is called so`() throws {
    let rows: [[Value]] = [["d1", "a", 1], ["d1", "b", 2], ["d2", "a", 3], ["d2", "b", 1]]
    let title = try draw(table(rows), spec: spec).title
    #expect(title == "a scores higher than b on 1 of 2 datasets, a difference that may be chance")
  }

  @Test func `a thousand datasets make a small file`() throws {
    var rows: [[Value]] = []
    for block in 0..<1_000 {
      rows.append([.integer(Int64(block)), "a", .integer(Int64(block * 7 % 1_000))])
      rows.append([.integer(Int64(block)), "b", .integer(Int64(block * 11 % 1_000))])
    }
    #expect(try draw(table(rows), spec: spec).svg.utf8.count < 40_000)
  }

  @Test func `one framework is too little, and two that share nothing are`() {
    for rows in [[["d1", "a", 1]], [["d1", "a", 1], ["d2", "b", 2]]] as [[[Value]]] {
      #expect(throws: FigureError.self) { try draw(table(rows), spec: spec) }
    }
  }
}
