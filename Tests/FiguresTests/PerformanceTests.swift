import Tables
import TestSupport
import Testing

@testable import Figures

@Suite struct PerformanceTests {
  @Test func `dots and rolling medians against each size`() throws {
    let spec = try FigureSpec(parsing: "performance x=rows,features y=auc treatment=framework")
    let figure = try draw(AMLB2019.sizes, spec: spec, options: AMLB2019.options())
    #expect(figure.title == "H2OAutoML leads on few rows, autosklearn on many")
    expectGolden(figure.svg, "Figures/performance.svg")
  }

  @Test func `the median rolls over half the points, sizes and values alike`() {
    let points = [(4.0, 9.0), (1, 5), (3, 1), (2, 7)].map { Point($0.0, $0.1) }
    let series = PerformanceSeries(name: "tpot", points: points)
    #expect(series.rolling == [Point(1.5, 6), Point(2.5, 4), Point(3.5, 5)])
  }

  @Test(arguments: [1, 2, 3]) func `few points still roll`(count: Int) {
    let points = (0..<count).map { Point(Double($0 + 1), 1) }
    #expect(PerformanceSeries(name: "tpot", points: points).rolling.count == count)
  }

  @Test func `facets make lines of panels`() throws {
    let spec = try FigureSpec(
      parsing: "performance x=rows y=auc treatment=framework facet=size")
    let figure = try draw(AMLB2019.sizes, spec: spec, options: AMLB2019.options())
    #expect(figure.svg.contains("AUC · small") && figure.svg.contains("AUC · medium"))
  }

  @Test func `among many frameworks five are coloured and the rest is named`() throws {
    let rows = (10..<40).flatMap { framework in
      (1...10).map { size -> [Value] in
        [.text("f\(framework)"), .integer(Int64(size)), .real(Double(framework))]
      }
    }
    let table = Table(columns: ["treatment", "x", "y"], rows: rows)
    let figure = try draw(table, spec: FigureSpec(chart: "performance"))
    #expect(figure.svg.contains("25 others"))
    #expect(figure.svg.contains("Grey lines without dots: f34, f33,"))
    #expect(figure.svg.utf8.count < 40_000)
  }
}
