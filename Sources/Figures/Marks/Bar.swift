import Markup

/// A rectangle: the box of a box plot, a bin of a histogram.
struct Bar: Mark {
  static let name = "bar"
  static let help = "a rectangle between two corners"

  var from: Point
  var to: Point
  var paint = Paint.ink
  /// How much of the page shows through the fill: 1 is solid.
  var opacity = 1.0
  var isOutlined = false
  var tooltip: String?

  var element: Element {
    Element(
      "rect",
      [
        "class": isOutlined ? "\(paint.fill) \(paint.stroke)" : paint.fill,
        "x": coordinate(min(from.x, to.x)), "y": coordinate(min(from.y, to.y)),
        "width": coordinate(abs(to.x - from.x)), "height": coordinate(abs(to.y - from.y)),
        "fill-opacity": opacity == 1 ? nil : coordinate(opacity),
      ]
    ).described(tooltip)
  }
}
