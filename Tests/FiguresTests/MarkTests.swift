import TestSupport
import Testing

@testable import Figures

@Suite struct MarkTests {
  @Test func `every mark has a name of its own and a help line`() {
    let names = MarkList.all.map { $0.name }
    #expect(Set(names).count == names.count)
    #expect(names == names.sorted())
    #expect(MarkList.all.allSatisfy { !$0.help.isEmpty })
  }

  /// A picture for each mark: its golden file is opened and looked at when it changes.
  static let samples: [any Mark] = [
    Axis(
      scale: LogScale(over: [1, 1_000], on: Extent(start: 40, end: 280), ticks: 5), side: .bottom,
      at: 80, gridTo: 10, title: "rows", titleAt: Point(160, 113)),
    Bar(
      from: Point(40, 80), to: Point(120, 20), paint: .series(0), opacity: 0.3, isOutlined: true,
      tooltip: "a bar"),
    Cells(
      spans: [
        Cells.Span(left: 40, right: 100, y: 40), Cells.Span(left: 102.04, right: 180, y: 40),
        Cells.Span(left: 40, right: 100, y: 62),
      ], height: 20, paint: .step(5), opacity: 0.7),
    Cloud(points: [Point(40, 60), Point(60.04, 40)], radius: 4, paint: .series(1), opacity: 0.7),
    Dot(at: Point(60, 60), radius: 20, shape: .diamond, paint: .series(2), tooltip: "a dot"),
    Hatch(
      areas: [Hatch.Area(from: Point(40, 20), to: Point(120, 60))], paint: .ink,
      tooltip: "imputed"),
    Label(
      text: "a framework with a long name 1.2", at: Point(40, 60), role: .strong, limit: 150),
    Legend(
      items: [
        Legend.Item(text: "tpot", paint: .series(3), shape: .up, hasLine: true, dash: "7 3"),
        Legend.Item(text: "h2o", paint: .series(4), shape: .square),
        Legend.Item(text: "a third that needs a line", paint: .quiet, shape: nil, hasLine: true),
        Legend.Item(text: "an area", paint: .series(1), area: .hatched),
      ], width: 200),
    Line(
      points: [Point(40, 80), Point(100, 20), Point(160, 60)], paint: .series(5), dash: "2 2.5"),
    Panel(at: Point(100, 0), marks: [Rule(from: Point(0, 20), to: Point(0, 100))]),
    Rule(from: Point(40, 60), to: Point(280, 60), paint: .ink, width: 4, isRound: true),
    Texts(
      items: [
        Texts.Item(text: "31/2/37", at: Point(80, 40)),
        Texts.Item(text: "<0.001", at: Point(80, 54)),
      ], role: .smallStrong),
    Tick(at: Point(60, 60), length: 30),
    Zones(
      zones: [Zones.Zone(from: Point(40, 20), to: Point(120, 60), tooltip: "not seen, but said")]),
  ]

  @Test(arguments: samples.indices)
  func `a mark draws what its golden file shows`(index: Int) {
    let mark = Self.samples[index]
    let name = type(of: mark).name
    let page = Page(options: AMLB2019.options(), name: "mark-\(name)")
    let drawing = Drawing(
      title: name, notes: [type(of: mark).help], description: "The mark \(name).", height: 120,
      marks: [mark])
    expectGolden(page.figure(of: drawing, title: nil).svg, "Figures/mark-\(name).svg")
  }

  @Test func `every mark has a sample`() {
    #expect(Self.samples.map { type(of: $0).name } == MarkList.all.map { $0.name })
  }

  @Test(arguments: Dot.Shape.allCases)
  func `shapes cover about the same area`(shape: Dot.Shape) {
    let path = shape.path(at: Point(0, 0), radius: 100).dropFirst().dropLast()
    let corners = path.split(separator: "L").map { corner in
      corner.split(separator: ",").map { Double($0)! }
    }
    let next = corners.dropFirst() + corners.prefix(1)
    let area = abs(zip(corners, next).map { $0[0] * $1[1] - $1[0] * $0[1] }.reduce(0, +)) / 2
    #expect((20_000...35_000).contains(area))
  }
}
