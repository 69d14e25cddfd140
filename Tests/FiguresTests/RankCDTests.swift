import Tables
import TestSupport
import Testing

@testable import Figures

@Suite struct RankCDTests {
  private let spec = FigureSpec(chart: "rank-cd")

  @Test func `ranks, critical distance and bars of AMLB 2019`() throws {
    let figure = try draw(AMLB2019.ranks, spec: spec, options: AMLB2019.options())
    // Demsar (2006), table 5: q = 3.031 for 8; times sqrt(8 * 9 / (6 * 10)) it is 3.32.
    #expect(figure.description.contains("more than 3.32 are distinguished"))
    #expect(figure.svg.contains("10 datasets that some framework lacks left out"))
    expectGolden(figure.svg, "Figures/rank-cd.svg")
  }

  @Test func `the dark theme and the paper are golden too`() throws {
    var options = AMLB2019.options(.dark)
    expectGolden(
      try draw(AMLB2019.ranks, spec: spec, options: options).svg, "Figures/rank-cd-dark.svg")
    options.paper = .oneColumn
    expectGolden(
      try draw(AMLB2019.ranks, spec: spec, options: options).svg, "Figures/rank-cd-paper.svg")
  }

  private func table(_ rows: [[Value]]) -> Table {
    Table(columns: ["block", "treatment", "value"], rows: rows)
  }

  @Test func `what is not shown to differ is not called better`() throws {
    let figure = try draw(
      table([["d1", "a", 1], ["d1", "b", 2], ["d2", "a", 2], ["d2", "b", 1]]), spec: spec)
    #expect(figure.title == "No difference between the 2 frameworks is shown (Friedman p = 1.00)")
  }

  @Test func `the direction may come as a column`() throws {
    let rows = (1...12).flatMap { block -> [[Value]] in
      [[.integer(block), "a", 1, "lower"], [.integer(block), "b", 2, "lower"]]
    }
    let table = Table(columns: ["block", "treatment", "value", "direction"], rows: rows)
    #expect(
      try draw(table, spec: spec).title == "a ranks first (1.00), ahead of every other framework")
  }

  @Test func `two directions in a column are refused`() {
    let table = Table(
      columns: ["block", "treatment", "value", "direction"],
      rows: [["d", "a", 1, "lower"], ["d", "b", 2, "higher"]])
    let error = #expect(throws: FigureError.self) { try draw(table, spec: spec) }
    #expect(
      error?.description == "direction is one direction for all values, not \"higher, lower\"")
  }

  @Test(arguments: 0...2) func `too little is said in words`(count: Int) {
    let rows: [[Value]] = [["d1", "a", 1], ["d2", "b", 2]]
    let error = #expect(throws: FigureError.self) {
      try draw(table(Array(rows.prefix(count))), spec: spec)
    }
    let messages = [
      "0 frameworks, where the test needs 2", "1 framework, where the test needs 2",
      "0 complete datasets (and 2 incomplete), where the test needs 1",
    ]
    #expect(error?.description == messages[count])
  }

  @Test(arguments: ["0", "1", "2", "1e-300", "many"])
  func `a level is a number between 0 and 1`(alpha: String) {
    var spec = spec
    spec.settings["alpha"] = alpha
    #expect(throws: FigureError.self) {
      try draw(table([["d", "a", 1], ["d", "b", 2]]), spec: spec)
    }
  }

  @Test(arguments: ["1e-12", "0.5", "0.999"])
  func `any level can be drawn`(alpha: String) throws {
    var spec = spec
    spec.settings["alpha"] = alpha
    #expect(try !draw(table([["d", "a", 1], ["d", "b", 2]]), spec: spec).svg.contains("nan"))
  }

  @Test func `sixty frameworks fit`() throws {
    let rows = (0..<20).flatMap { block in
      (0..<60).map { framework -> [Value] in
        [.text("d\(block)"), .text("f\(framework)"), .integer(Int64((framework * 7 + block) % 60))]
      }
    }
    #expect(try draw(table(rows), spec: spec).svg.utf8.count < 40_000)
  }
}
