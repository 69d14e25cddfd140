import Markup

/// A straight line that marks off or connects: whiskers, grids, diagonals.
struct Rule: Mark {
  static let name = "rule"
  static let help = "a straight line between two points"

  var from: Point
  var to: Point
  var paint = Paint.axis
  var width = 1.0
  var dash: String?
  var isRound = false

  var element: Element {
    Element(
      "line",
      [
        "class": paint.stroke, "x1": coordinate(from.x), "y1": coordinate(from.y),
        "x2": coordinate(to.x), "y2": coordinate(to.y),
        "stroke-width": width == 1 ? nil : coordinate(width), "stroke-dasharray": dash,
        "stroke-linecap": isRound ? "round" : nil,
      ])
  }
}
