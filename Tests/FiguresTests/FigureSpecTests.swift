import Testing

@testable import Figures

@Suite struct FigureSpecTests {
  @Test func `a line names the chart, its columns and its settings`() throws {
    let spec = try FigureSpec(
      parsing: "box x=framework  y=value better=lower title=\"Errors by framework\"")
    #expect(spec.chart == "box")
    #expect(
      spec.settings == [
        "x": "framework", "y": "value", "better": "lower", "title": "Errors by framework",
      ])
  }

  @Test func `a chart alone is enough`() throws {
    #expect(try FigureSpec(parsing: "rank-cd") == FigureSpec(chart: "rank-cd"))
  }

  @Test func `a value may hold an equals sign`() throws {
    #expect(try FigureSpec(parsing: "box title=\"a = b\"").settings["title"] == "a = b")
  }

  @Test(
    arguments: [
      ("", "a figure line begins with the name of a chart, as in \"box x=framework\""),
      ("x=1", "a figure line begins with the name of a chart, as in \"box x=framework\""),
      ("box framework", "\"framework\" in the figure line should be key=value"),
      ("box x=", "\"x=\" in the figure line should be key=value"),
      ("box =x", "\"=x\" in the figure line should be key=value"),
      ("box x=a x=b", "\"x\" stands twice in the figure line"),
      ("box title=\"a", "a quote in the figure line is not closed"),
    ])
  func `a line that cannot be read says why`(line: String, message: String) {
    let error = #expect(throws: FigureError.self) { try FigureSpec(parsing: line) }
    #expect(error?.description == message)
  }
}
