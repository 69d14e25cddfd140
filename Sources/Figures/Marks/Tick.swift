import Markup

/// A short heavy stroke that marks one value, such as a median.
struct Tick: Mark {
  static let name = "tick"
  static let help = "a short heavy stroke across a value"

  enum Direction: Sendable { case upright, level }

  var at: Point
  var length: Double
  var direction = Direction.upright
  var paint = Paint.ink
  var width = 2.5
  var tooltip: String?

  var element: Element {
    let half = length / 2
    let (dx, dy) = direction == .upright ? (0, half) : (half, 0)
    return Element(
      "line",
      [
        "class": paint.stroke, "x1": coordinate(at.x - dx), "y1": coordinate(at.y - dy),
        "x2": coordinate(at.x + dx), "y2": coordinate(at.y + dy),
        "stroke-width": coordinate(width),
      ]
    ).described(tooltip)
  }
}
