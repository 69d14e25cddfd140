import Tables
import TestSupport
import Testing

@testable import Figures

@Suite struct PairwiseMatrixTests {
  private let spec = FigureSpec(chart: "pairwise-matrix")

  private func table(_ rows: [[Value]]) -> Table {
    Table(columns: ["block", "treatment", "value"], rows: rows)
  }

  @Test func `every pair of AMLB 2019`() throws {
    let figure = try draw(AMLB2019.ranks, spec: spec, options: AMLB2019.options())
    #expect(figure.svg.contains("n = 10 to 20 datasets a pair"))
    expectGolden(figure.svg, "Figures/pairwise-matrix.svg")
  }

  /// Twelve wins of twelve: the exact two-sided p of Wilcoxon's test is 2 / 2^12 = 0.00049.
  @Test func `a pair that differs is bold and named`() throws {
    let rows = (1...12).flatMap { block -> [[Value]] in
      [[.integer(block), "a", .integer(10 + 2 * block)], [.integer(block), "b", .integer(block)]]
    }
    let figure = try draw(table(rows), spec: spec, options: AMLB2019.options())
    #expect(figure.title == "a beats b")
    #expect(figure.svg.contains(">12/0/0<") && figure.svg.contains(">16.5<"))
    #expect(figure.svg.contains(">&lt;0.001<") && figure.svg.contains("t-smallStrong"))
    expectGolden(figure.svg, "Figures/pairwise-matrix-pair.svg")
  }

  @Test func `lower values may be the better ones`() throws {
    let rows = (1...12).flatMap { block -> [[Value]] in
      [[.integer(block), "a", .integer(10 + 2 * block)], [.integer(block), "b", .integer(block)]]
    }
    let spec = try FigureSpec(parsing: "pairwise-matrix better=lower")
    let figure = try draw(table(rows), spec: spec)
    #expect(figure.title == "b beats a")
    #expect(figure.svg.contains(">−16.5<"))
  }

  @Test func `what is not shown to differ is not called better`() throws {
    let rows: [[Value]] = [["d1", "a", 1], ["d1", "b", 2], ["d2", "a", 2], ["d2", "b", 1]]
    #expect(try draw(table(rows), spec: spec).title == "a and b are not shown to differ")
  }

  @Test(arguments: [12, 20, 60]) func `many frameworks fit`(count: Int) throws {
    let rows = (0..<104).flatMap { block in
      (0..<count).map { framework -> [Value] in
        [
          .text("d\(block)"), .text("framework-\(framework)"),
          .integer(Int64((framework * 7 + block * 3) % 60)),
        ]
      }
    }
    let svg = try draw(table(rows), spec: spec).svg
    #expect(svg.utf8.count < 40_000)
    #expect(svg.contains("Not drawn") == (count == 60))
  }

  @Test(arguments: 0...2) func `too little is said in words`(count: Int) {
    let rows: [[Value]] = [["d1", "a", 1], ["d2", "b", 2]]
    let error = #expect(throws: FigureError.self) {
      try draw(table(Array(rows.prefix(count))), spec: spec)
    }
    #expect(error?.description.isEmpty == false)
  }
}
