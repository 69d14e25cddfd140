import Testing

@testable import Figures

@Suite struct NamePlacesTests {
  private let frame = (from: Point(0, 0), to: Point(300, 200))

  private func spot(_ name: String, _ x: Double, _ y: Double) -> NamePlaces.Spot {
    NamePlaces.Spot(name: name, at: Point(x, y), role: .label)
  }

  @Test func `a name stands at the right of its dot where there is room`() throws {
    let places = NamePlaces([spot("tpot", 100, 100)], within: frame, radius: 5)
    let label = try #require(places.marks.first as? Label)
    #expect(label.at.x == 107 && label.text == "tpot")
  }

  @Test func `at the right edge it stands at the left`() throws {
    let places = NamePlaces([spot("tpot", 295, 100)], within: frame, radius: 5)
    let label = try #require(places.marks.first as? Label)
    #expect(label.at.x < 290)
  }

  @Test func `no name stands on a line`() throws {
    let line = [Point(0, 100), Point(300, 100)]
    let places = NamePlaces([spot("tpot", 100, 100)], within: frame, radius: 5, off: line)
    let label = try #require(places.marks.first as? Label)
    #expect(label.at.y < 95)
  }

  @Test func `what finds no room is named as left out`() {
    let spots = (0..<40).map { spot("framework-\($0)", 150 + Double($0 % 3), 100) }
    let places = NamePlaces(spots, within: frame, radius: 5)
    #expect(places.marks.count + places.left.count == 40)
    #expect(places.left.count > 20)
  }
}
