import Tables
import TestSupport
import Testing

@testable import Figures

@Suite struct StackTests {
  private let failures = "stack y=framework fill=class value=runs label=\"failed runs\""

  @Test func `the failures of AMLB 2019 by class`() throws {
    let spec = try FigureSpec(
      parsing: failures + " order=timeout,memory,data,framework,infrastructure")
    let figure = try draw(AMLB2019.failures, spec: spec, options: AMLB2019.options())
    #expect(figure.title == "201 failed runs, most of oboe (167), most by timeout (162)")
    #expect(!figure.svg.contains(">memory<"))
    expectGolden(figure.svg, "Figures/stack.svg")
  }

  @Test func `columns are kinds where there is no column of them`() throws {
    let table = Table(
      columns: ["framework", "finished", "missing"],
      rows: [["tpot", 8, 2], ["h2o", 10, 0], ["tpot", 9, 1]])
    let line = "stack y=framework value=finished,missing rest=finished unit=task"
    let figure = try draw(table, spec: FigureSpec(parsing: line), options: AMLB2019.options())
    #expect(figure.title == "3 of 30 tasks are missing, most of tpot (3)")
    #expect(figure.svg.contains(">3 (15 %)<") && figure.svg.contains(">0 (0 %)<"))
    expectGolden(figure.svg, "Figures/stack-coverage.svg")
  }

  @Test func `where nothing is amiss the title says so`() throws {
    let table = Table(
      columns: ["framework", "finished", "missing"], rows: [["tpot", 8, 0], ["h2o", 10, 0]])
    let line = "stack y=framework value=finished,missing rest=finished unit=task"
    #expect(
      try draw(table, spec: FigureSpec(parsing: line)).title == "None of 18 tasks is missing")
  }

  @Test func `a kind keeps its colour whichever others there are`() throws {
    let one = Table(columns: ["y", "fill", "value"], rows: [["a", "data", 1]])
    let spec = try FigureSpec(parsing: "stack order=timeout,memory,data")
    #expect(try draw(one, spec: spec).svg.contains("fill-s2"))
  }

  @Test func `more than sixty bars are counted`() throws {
    let rows = (100..<170).map { row -> [Value] in
      [.text("f\(row)"), "failed", .integer(Int64(row))]
    }
    let table = Table(columns: ["y", "fill", "value"], rows: rows)
    let svg = try draw(table, spec: FigureSpec(chart: "stack")).svg
    #expect(svg.contains("Not drawn, of fewer: f109, f108"))
    #expect(svg.utf8.count < 40_000)
  }

  @Test func `nothing to count is too little`() {
    let table = Table(columns: ["y", "fill", "value"], rows: [["a", "data", 0]])
    let error = #expect(throws: FigureError.self) {
      try draw(table, spec: FigureSpec(chart: "stack"))
    }
    #expect(error?.description == "there are no runs to count, one at least is needed")
  }
}
