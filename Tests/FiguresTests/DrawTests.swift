import Markup
import Tables
import Testing

@testable import Figures

@Suite struct DrawTests {
  /// A table and a line for each chart.
  static let charts: [(table: Table, line: String)] = [
    (AMLB2019.ranks, "box x=treatment y=value"),
    (AMLB2019.ranks, "box x=treatment y=value points=all least=0.6"),
    (AMLB2019.ranks, "heat"),
    (AMLB2019.shapes, "histogram x=rows,features facet=size"),
    (AMLB2019.ranks, "pair-scatter"),
    (AMLB2019.ranks, "pairwise-matrix"),
    (AMLB2019.costs, "pareto"),
    (AMLB2019.sizes, "performance x=rows y=auc treatment=framework"),
    (AMLB2019.ranks, "rank-cd"),
    (AMLB2019.ranks, "scatter-matrix"),
    (AMLB2019.failures, "stack y=framework fill=class value=runs label=\"failed runs\""),
    (AMLB2019.sizes, "trend x=size y=auc treatment=framework block=framework"),
  ]

  @Test func `the example draws`() throws {
    let table = Table(
      columns: ["framework", "score"],
      rows: [["tpot", 0.81], ["tpot", 0.84], ["h2o", 0.79], ["h2o", 0.82]])
    let figure = try draw(table, spec: FigureSpec(parsing: "box x=framework y=score"))
    #expect(figure.title == "tpot has the highest median, 0.825")
  }

  @Test(arguments: charts.indices)
  func `any order of rows gives the same bytes`(index: Int) throws {
    let (table, line) = Self.charts[index]
    let spec = try FigureSpec(parsing: line)
    let reversed = Table(columns: table.columns, rows: table.rows.reversed())
    #expect(try draw(table, spec: spec) == draw(reversed, spec: spec))
  }

  @Test(arguments: charts.indices, [320, 720, 1_600])
  func `nothing written leaves the page`(index: Int, width: Int) throws {
    let (table, line) = Self.charts[index]
    var options = AMLB2019.options(.auto)
    options.width = width
    let figure = try draw(table, spec: FigureSpec(parsing: line), options: options)
    #expect(Drawn(figure.svg).outside(width: Double(width)) == [])
  }

  @Test(arguments: charts.indices)
  func `a screen reader finds the title and the description`(index: Int) throws {
    let (table, line) = Self.charts[index]
    var options = FigureOptions()
    options.name = "My \"figure\""
    let figure = try draw(table, spec: FigureSpec(parsing: line), options: options)
    #expect(
      figure.svg.contains("role=\"img\" aria-labelledby=\"My--figure--title My--figure--desc\""))
    #expect(figure.svg.contains("<title id=\"My--figure--title\">\(escaped(figure.title))</title>"))
    #expect(
      figure.svg.contains("<desc id=\"My--figure--desc\">\(escaped(figure.description))</desc>"))
    #expect(!figure.svg.contains("var(") && figure.svg.utf8.count < 45_000)
  }

  @Test(
    arguments: [
      "<script>alert(1)</script>", "\"quoted\" & 'more'", "bell\u{7}and\u{0}nul",
      String(repeating: "very-long-name-", count: 14), "自動機械学習フレームワーク", "",
      "a\u{202E}b", "🙂",
    ],
    [
      "box x=treatment y=value", "heat", "pair-scatter", "pairwise-matrix", "rank-cd",
      "scatter-matrix",
    ])
  func `a hostile name neither breaks the document nor leaves the page`(
    name: String, line: String
  ) throws {
    let rows = AMLB2019.ranks.rows.map { row in
      row[0] == "TPOT" ? [.text(name), row[1], row[2]] : row
    }
    let table = Table(columns: AMLB2019.ranks.columns, rows: rows)
    let svg = try draw(table, spec: FigureSpec(parsing: line)).svg
    #expect(!svg.contains("<script") && !svg.contains("&#39;more'"))
    #expect(svg.unicodeScalars.allSatisfy { $0.value >= 32 || $0 == "\n" })
    #expect(Drawn(svg).outside(width: 720) == [])
  }

  @Test func `a title given stands in place of the finding`() throws {
    let figure = try draw(
      AMLB2019.ranks, spec: FigureSpec(parsing: "rank-cd title=\"Ranks <2019>\""))
    #expect(figure.title == "Ranks <2019>")
    #expect(figure.svg.contains(">Ranks &lt;2019&gt;</text>"))
  }

  @Test func `a paper has millimetres`() throws {
    var options = FigureOptions()
    options.paper = .twoColumns
    let figure = try draw(AMLB2019.ranks, spec: FigureSpec(chart: "rank-cd"), options: options)
    #expect(figure.svg.contains("width=\"180mm\""))
    #expect(figure.svg.contains("viewBox=\"0 0 850 "))
  }
}

/// The texts of a figure, each with where it begins and ends from left to right.
private struct Drawn {
  private var texts: [(text: String, start: Double, end: Double)] = []
  /// What the groups around a text say of it.
  private var groups: [(classes: Substring?, anchor: Substring?)] = []

  init(_ svg: String) {
    var shift = 0.0
    var shifts: [Double] = []
    for line in svg.split(separator: "\n") {
      if line.hasPrefix("<g") {
        shifts.append(shift)
        shift += attribute("transform", of: line).flatMap(Drawn.translation) ?? 0
        groups.append((attribute("class", of: line), attribute("text-anchor", of: line)))
      } else if line == "</g>" {
        shift = shifts.removeLast()
        groups.removeLast()
      } else if line.hasPrefix("<text") {
        add(line, shift: shift)
      }
    }
  }

  /// The texts that reach over an edge of the page.
  func outside(width: Double) -> [String] {
    texts.filter { $0.start < 0 || $0.end > width }.map { "\($0)" }
  }

  private mutating func add(_ line: Substring, shift: Double) {
    let classes = attribute("class", of: line) ?? groups.last?.classes ?? ""
    let role = TextRole.allCases.first { classes.split(separator: " ").contains($0.name[...]) }
    let inner = line.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" }
    let plain = unescaped(String(inner))
    let x = shift + (attribute("x", of: line).flatMap { Double($0) } ?? .nan)
    let size = (role ?? .label).width(of: plain)
    switch attribute("text-anchor", of: line) ?? groups.last?.anchor {
    case "end": texts.append((plain, x - size, x))
    case "middle": texts.append((plain, x - size / 2, x + size / 2))
    default: texts.append((plain, x, x + size))
    }
  }

  private func unescaped(_ text: String) -> String {
    let entities = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    return entities.reduce(text) { $0.replacing($1.0, with: $1.1) }
  }

  private static func translation(_ text: Substring) -> Double? {
    Double(text.dropFirst("translate(".count).prefix { $0 != " " })
  }

  private func attribute(_ name: String, of line: Substring) -> Substring? {
    guard let range = line.firstRange(of: " \(name)=\"") else { return nil }
    return line[range.upperBound...].prefix { $0 != "\"" }
  }
}
