import Tables
import TestSupport
import Testing

@testable import Figures

@Suite struct BoxPlotTests {
  private let spec = FigureSpec(chart: "box", settings: ["x": "treatment", "y": "value"])

  @Test func `the best median is on top and in the title`() throws {
    let figure = try draw(AMLB2019.ranks, spec: spec, options: AMLB2019.options())
    #expect(figure.title == "H2OAutoML has the highest median AUC, 0.918")
    #expect(figure.description.contains("best median first"))
    expectGolden(figure.svg, "Figures/box.svg")
  }

  @Test func `lower can be better`() throws {
    var spec = spec
    spec.settings["better"] = "lower"
    #expect(
      try draw(AMLB2019.ranks, spec: spec).title
        == "constantpredictor has the lowest median, 0.500")
  }

  @Test func `five numbers give the picture that the values give`() throws {
    let five = Table(
      columns: ["framework", "low", "q1", "median", "q3", "high", "n"],
      rows: [["tpot", 1, 2, 3, 4, 5, 5]])
    let values = Table(
      columns: ["framework", "value"], rows: [1, 2, 3, 4, 5].map { ["tpot", .integer($0)] })
    let columns = ["x": "framework"]
    #expect(
      try draw(five, spec: FigureSpec(chart: "box", settings: columns)).svg
        == draw(values, spec: FigureSpec(parsing: "box x=framework y=value")).svg)
  }

  @Test func `equal medians share the title`() throws {
    let table = Table(columns: ["x", "y"], rows: [["b", 1], ["a", 1], ["c", 0]])
    #expect(
      try draw(table, spec: FigureSpec(chart: "box")).title == "a and b share the highest median, 1"
    )
  }

  @Test func `a million values make a small file that says what it left out`() throws {
    // A linear congruential generator (Knuth's MMIX constants), squared to give outliers.
    var state: UInt64 = 1
    let rows = (0..<100_000).map { row -> [Value] in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let unit = Double(state >> 11) / Double(1 << 53)
      return [.text("framework \(row % 12)"), .real(1 / (unit + 0.01))]
    }
    let figure = try draw(
      Table(columns: ["x", "y"], rows: rows), spec: FigureSpec(chart: "box"))
    #expect(figure.svg.utf8.count < 40_000)
    #expect(figure.svg.contains("outliers"))
  }

  @Test func `a log scale leaves out what is not above 0 and says so`() throws {
    let table = Table(
      columns: ["x", "y"], rows: [["a", 1], ["a", 0], ["a", -1], ["b", 1_000]])
    let figure = try draw(table, spec: FigureSpec(parsing: "box scale=log"))
    #expect(figure.svg.contains("2 rows without a number above 0 left out"))
  }

  @Test func `beyond sixty frameworks it says which are not drawn`() throws {
    let rows = (10..<75).map { [Value.text("f\($0)"), .integer(Int64(-$0))] }
    let figure = try draw(Table(columns: ["x", "y"], rows: rows), spec: FigureSpec(chart: "box"))
    #expect(figure.svg.contains("Not drawn, of lower standing: f70, f71, f72, f73 and f74."))
  }

  @Test func `a limit is a line, and what is over it is counted`() throws {
    let rows = (1...40).map { run -> [Value] in
      [run % 2 == 0 ? "tpot" : "h2o", .integer(Int64(run * 100)), 3_600]
    }
    let table = Table(columns: ["x", "y", "limit"], rows: rows)
    let spec = try FigureSpec(parsing: "box better=lower label=seconds")
    let figure = try draw(table, spec: spec, options: AMLB2019.options())
    #expect(figure.title == "4 of 40 values are over the limit of 3,600, most of h2o and tpot (2)")
    expectGolden(figure.svg, "Figures/box-limit.svg")
  }

  @Test func `every value may have a dot, and low ones an end`() throws {
    let spec = try FigureSpec(parsing: "box x=treatment y=value points=all least=0.6")
    let figure = try draw(AMLB2019.ranks, spec: spec, options: AMLB2019.options())
    #expect(figure.svg.contains("27 values of 0.600 or less drawn at 0.600."))
    expectGolden(figure.svg, "Figures/box-points.svg")
  }

  @Test func `points are all or outliers`() {
    #expect(throws: FigureError.self) {
      try draw(AMLB2019.ranks, spec: FigureSpec(parsing: "box x=treatment y=value points=some"))
    }
  }
}
