import Markup

/// Marks that move together.
struct Panel: Mark {
  static let name = "panel"
  static let help = "marks that move together"

  var at: Point
  var marks: [any Mark]

  var element: Element {
    Element("g", ["transform": "translate(\(coordinate(at.x)) \(coordinate(at.y)))"])
      .containing(marks.map(\.element))
  }
}
