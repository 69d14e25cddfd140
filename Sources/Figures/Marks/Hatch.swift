import Markup

import func Glibc.ceil

/// Slanted lines over rectangles: what is drawn there is not measured.
///
/// The lines of neighbours meet. They are strokes and no `<pattern>`, which would need an id and which
/// printers' programs render unalike.
struct Hatch: Mark {
  static let name = "hatch"
  static let help = "slanted lines over rectangles"

  struct Area: Sendable, Equatable {
    var from: Point
    var to: Point
  }

  var areas: [Area]
  var gap = 5.0
  var width = 1.2
  var paint = Paint.page
  var tooltip: String?

  var element: Element {
    Element(
      "path",
      [
        "class": paint.stroke, "d": areas.map(lines).joined(), "fill": "none",
        "stroke-width": coordinate(width),
      ]
    ).described(tooltip)
  }

  /// The lines on which x + y is a multiple of the gap, from edge to edge of an area.
  private func lines(of area: Area) -> String {
    let (left, right) = (min(area.from.x, area.to.x), max(area.from.x, area.to.x))
    let (top, bottom) = (min(area.from.y, area.to.y), max(area.from.y, area.to.y))
    let first = ceil((left + top) / gap) * gap
    return stride(from: first, through: right + bottom, by: gap).map { sum in
      let start = Point(max(left, sum - bottom), min(bottom, sum - left))
      let length = min(right - start.x, start.y - top)
      return "M\(coordinate(start.x)) \(coordinate(start.y))"
        + "l\(coordinate(length)) \(coordinate(-length))"
    }.joined()
  }
}
