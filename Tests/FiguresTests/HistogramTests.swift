import Tables
import TestSupport
import Testing

@testable import Figures

@Suite struct HistogramTests {
  @Test func `each measure and facet has its panel`() throws {
    let spec = try FigureSpec(parsing: "histogram x=rows,features facet=size")
    let figure = try draw(AMLB2019.shapes, spec: spec, options: AMLB2019.options())
    #expect(figure.title == "20 datasets of 690 to 130,064 rows, the median 20,000")
    expectGolden(figure.svg, "Figures/histogram.svg")
  }

  @Test func `bins are equal in logarithms and every value is in one`() {
    let bins = Bins(over: [1, 1_000], count: 3, isLog: true)
    #expect(bins.edges.map { ($0 * 1_000).rounded() / 1_000 } == [1, 10, 100, 1_000])
    #expect(bins.counts(of: [1, 9.9, 10.1, 500, 1_000]) == [2, 1, 2])
  }

  @Test func `equal values have a bin around them`() {
    let bins = Bins(over: [5, 5], count: 29, isLog: false)
    #expect(bins.counts(of: [5, 5]).reduce(0, +) == 2)
    #expect(bins.edges[0] < 5 && bins.edges[29] > 5)
  }

  @Test func `a facet without a measure has no panel`() throws {
    let table = Table(
      columns: ["type", "rows", "classes"],
      rows: [["classification", 10, 2], ["regression", 20, nil]])
    let figure = try draw(
      table, spec: FigureSpec(parsing: "histogram x=rows,classes facet=type"))
    #expect(figure.svg.split(separator: "<title>").count == 4)
    #expect(figure.title == "2 datasets of 10 to 20 rows, the median 15")
  }

  @Test func `no number at all is too little`() {
    let table = Table(columns: ["rows"], rows: [[nil], [0]])
    #expect(throws: FigureError.tooLittle("no row has a number to count, one at least is needed")) {
      try draw(table, spec: FigureSpec(parsing: "histogram x=rows"))
    }
  }
}
