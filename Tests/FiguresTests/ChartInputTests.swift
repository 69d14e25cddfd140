import Tables
import Testing

@testable import Figures

@Suite struct ChartInputTests {
  private let table = Table(
    columns: ["framework", "value"], rows: [["tpot", 1], ["h2o", "fast"], ["h2o", nil]])

  private func message(_ line: String, _ table: Table) -> String? {
    do {
      _ = try draw(table, spec: FigureSpec(parsing: line))
      return nil
    } catch {
      return error.description
    }
  }

  @Test(
    arguments: [
      ("box x=framwork y=value", "no column \"framwork\" for x among framework, value"),
      ("box", "no column \"x\" for x among framework, value"),
      ("box x=framework", "no column \"y\" for y among framework, value"),
      ("box x=framework y=value", "value in row 2 is \"fast\", where a number should be"),
      (
        "box x=framework y=value better=up", "better is higher or lower, not \"up\""
      ),
      ("box x=framework y=value scale=root", "scale is log or linear, not \"root\""),
      (
        "histogram x=value bins=0", "bins is a number from 1 to 200, not \"0\""
      ),
      (
        "rank-cd colour=red",
        "rank-cd has no \"colour\", it has block, treatment, value, direction, alpha, title, label, "
          + "better, note"
      ),
    ])
  func `a mistake in the line or the table is answered in words`(line: String, answer: String) {
    #expect(message(line, table) == answer)
  }

  @Test func `no rows are too little and the message says what is needed`() {
    let empty = Table(columns: ["block", "treatment", "value", "x", "y"])
    #expect(
      message("box", empty)
        == "no row has both a framework and a finite number, one at least is needed")
    #expect(message("scatter-matrix", empty) == "the table has 0 frameworks, a pair needs two")
    #expect(
      message("performance", empty)
        == "no row has a framework, a size and a value, one at least is needed")
  }

  @Test func `rows without a number are counted, not drawn`() throws {
    let table = Table(
      columns: ["x", "y"], rows: [["a", 1], ["a", nil], [nil, 2], ["a", .real(.infinity)]])
    let figure = try draw(table, spec: FigureSpec(chart: "box"))
    #expect(figure.svg.contains("3 rows without a name or a finite number left out"))
  }

  @Test(arguments: 1...2) func `one row and two draw`(count: Int) throws {
    let rows: [[Value]] = [["a", 1, 10], ["b", 2, 20]]
    let table = Table(columns: ["treatment", "y", "x"], rows: Array(rows.prefix(count)))
    #expect(try !draw(table, spec: FigureSpec(chart: "performance")).svg.isEmpty)
    #expect(try !draw(table, spec: FigureSpec(parsing: "box x=treatment")).svg.isEmpty)
    #expect(try !draw(table, spec: FigureSpec(parsing: "histogram x=y")).svg.isEmpty)
  }
}
