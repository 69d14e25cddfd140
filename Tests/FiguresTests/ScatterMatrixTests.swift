import Tables
import TestSupport
import Testing

@testable import Figures

@Suite struct ScatterMatrixTests {
  private let spec = FigureSpec(chart: "scatter-matrix")

  @Test func `a panel a pair of the chosen frameworks`() throws {
    var options = AMLB2019.options()
    options.highlight = ["TPOT", "H2OAutoML", "autosklearn"]
    let figure = try draw(AMLB2019.ranks, spec: spec, options: options)
    #expect(figure.title == "H2OAutoML scores higher than each of the others on most datasets")
    expectGolden(figure.svg, "Figures/scatter-matrix.svg")
  }

  @Test func `wins are counted in the direction given and ties are nobody's`() throws {
    let table = Table(
      columns: ["block", "treatment", "value"],
      rows: [
        ["d1", "a", 1], ["d1", "b", 2], ["d2", "a", 1], ["d2", "b", 3], ["d3", "a", 5],
        ["d3", "b", 5],
      ])
    let figure = try draw(table, spec: FigureSpec(parsing: "scatter-matrix better=lower"))
    #expect(figure.title == "a scores lower than b on 2 of 3 datasets")
    #expect(figure.svg.contains("1 tie in grey"))
  }

  @Test func `several values of a block are averaged`() throws {
    let table = Table(
      columns: ["block", "treatment", "value"],
      rows: [["d", "a", 1], ["d", "a", 5], ["d", "b", 2]])
    let figure = try draw(table, spec: spec)
    #expect(figure.description.contains("a wins 1 and b 0 of 1"))
  }

  @Test func `one framework is too little, and two that share nothing are`() {
    let one = Table(columns: ["block", "treatment", "value"], rows: [["d", "a", 1]])
    #expect(
      throws: FigureError.tooLittle("the table has 1 framework, a pair needs two")
    ) { try draw(one, spec: spec) }
    let two = Table(
      columns: ["block", "treatment", "value"], rows: [["d1", "a", 1], ["d2", "b", 1]])
    #expect(
      throws: FigureError.tooLittle("no two frameworks share a block, one at least is needed")
    ) { try draw(two, spec: spec) }
  }

  @Test func `more than six frameworks leave some out and say so`() throws {
    let figure = try draw(AMLB2019.ranks, spec: spec, options: AMLB2019.options())
    #expect(figure.svg.contains("Not drawn: oboe and constantpredictor."))
  }

  @Test func `thousands of blocks make a small file that says what it left out`() throws {
    let rows = (0..<5_000).flatMap { block -> [[Value]] in
      ["a", "b"].map { [.text("d\(block)"), $0, .integer(Int64(block * 7 % 1_000))] }
    }
    let table = Table(columns: ["block", "treatment", "value"], rows: rows)
    let figure = try draw(table, spec: spec)
    #expect(figure.svg.contains("A panel draws 2,000 of up to 5,000 datasets"))
    #expect(figure.svg.utf8.count < 40_000)
  }
}
