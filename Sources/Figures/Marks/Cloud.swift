import Markup

/// Many round dots of one colour.
///
/// With tooltips every dot is an element. Without them all dots are one path, some ten bytes each: a
/// stroke of no length with round ends is a dot.
struct Cloud: Mark {
  static let name = "cloud"
  static let help = "many round dots of one colour"

  var points: [Point]
  var radius = 2.0
  var paint = Paint.quiet
  var opacity = 1.0
  /// A text for each point, or none at all.
  var tooltips: [String] = []

  var element: Element { tooltips.isEmpty ? path : group }

  private var path: Element {
    let places = points.map { "M\(coordinate($0.x)) \(coordinate($0.y))h0" }
    return Element(
      "path",
      [
        "class": paint.stroke, "d": places.joined(), "stroke-width": coordinate(2 * radius),
        "stroke-linecap": "round", "stroke-opacity": opacity == 1 ? nil : coordinate(opacity),
      ])
  }

  private var group: Element {
    let dots = zip(points, tooltips).map { point, tooltip in
      Element(
        "circle",
        ["cx": coordinate(point.x), "cy": coordinate(point.y), "r": coordinate(radius)]
      ).described(tooltip)
    }
    return Element(
      "g", ["class": paint.fill, "fill-opacity": opacity == 1 ? nil : coordinate(opacity)]
    ).containing(dots)
  }
}
