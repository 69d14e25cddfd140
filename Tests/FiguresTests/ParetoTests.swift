import Tables
import TestSupport
import Testing

@testable import Figures

@Suite struct ParetoTests {
  private let spec = FigureSpec(chart: "pareto")

  @Test func `what score costs which time in AMLB 2019`() throws {
    var options = AMLB2019.options()
    options.metric = "mean scaled accuracy"
    let figure = try draw(AMLB2019.costs, spec: spec, options: options)
    #expect(
      figure.title
        == "H2OAutoML is best, at 2.67 times the cost of TunedRandomForest; 3 of 7 frameworks are on the front"
    )
    #expect(!figure.svg.contains("Not named"))
    expectGolden(figure.svg, "Figures/pareto.svg")
  }

  private func front(_ points: [(String, Double, Double)], _ isHigherBetter: Bool) -> [String] {
    Pareto.front(
      of: points.map { Pareto.Dot(name: $0.0, cost: $0.1, value: $0.2) }, isHigherBetter
    ).map(\.name)
  }

  @Test func `the front is what no other is cheaper than and as good`() {
    let dots = [("a", 1.0, 1.0), ("b", 2, 3), ("c", 3, 2), ("d", 4, 4), ("e", 4, 3.9)]
    #expect(front(dots, true) == ["a", "b", "d"])
    #expect(front(dots, false) == ["a"])
    #expect(front([("a", 1, 1), ("b", 1, 1)], true) == ["a", "b"])
    #expect(front([("a", 1, 1), ("b", 1, 2)], true) == ["b"])
    #expect(front([("a", 1, 1), ("b", 2, 1)], true) == ["a"])
  }

  @Test(arguments: [1, 2, 60]) func `few and many fit`(count: Int) throws {
    var rows: [[Value]] = []
    for framework in 0..<count {
      let cost = Int64(1 + framework * 37 % 60)
      rows.append(
        [.text("framework-\(framework)"), .integer(cost), .integer(Int64(framework * 23 % 60))])
    }
    let table = Table(columns: ["treatment", "x", "y"], rows: rows)
    let svg = try draw(table, spec: spec).svg
    #expect(svg.utf8.count < 40_000)
    #expect(!svg.contains("nan"))
  }

  @Test func `a cost of 0 has no place on a log scale`() throws {
    let table = Table(columns: ["treatment", "x", "y"], rows: [["a", 0, 1]])
    #expect(throws: FigureError.self) { try draw(table, spec: spec) }
    _ = try draw(table, spec: FigureSpec(parsing: "pareto scale=linear"))
  }
}
