import Markup

/// A line through points in their order.
struct Line: Mark {
  static let name = "line"
  static let help = "a line through points"

  var points: [Point]
  var paint = Paint.ink
  var width = 2.0
  var dash: String?
  var tooltip: String?

  var element: Element {
    let path = points.map { "\(coordinate($0.x)),\(coordinate($0.y))" }
    return Element(
      "path",
      [
        "class": paint.stroke, "d": "M" + path.joined(separator: "L"), "fill": "none",
        "stroke-width": coordinate(width), "stroke-linejoin": "round", "stroke-dasharray": dash,
      ]
    ).described(tooltip)
  }
}
