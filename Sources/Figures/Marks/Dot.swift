import Markup

/// A symbol at a point, in one of eight shapes of equal weight to the eye.
struct Dot: Mark {
  static let name = "dot"
  static let help = "a symbol at a point"

  enum Shape: Sendable, CaseIterable {
    case circle, square, diamond, up, down, plus, left, right
  }

  var at: Point
  var radius = 3.5
  var shape = Shape.circle
  var paint = Paint.ink
  var opacity = 1.0
  /// Whether a line of the page's colour sets the dot off from what lies under it.
  var hasHalo = false
  var tooltip: String?

  var element: Element {
    let halo = hasHalo ? " \(Paint.page.stroke)" : ""
    let fade = opacity == 1 ? nil : coordinate(opacity)
    guard shape != .circle else {
      return Element(
        "circle",
        [
          "class": paint.fill + halo, "cx": coordinate(at.x), "cy": coordinate(at.y),
          "r": coordinate(radius), "fill-opacity": fade,
        ]
      ).described(tooltip)
    }
    return Element(
      "path",
      ["class": paint.fill + halo, "d": shape.path(at: at, radius: radius), "fill-opacity": fade]
    ).described(tooltip)
  }
}

extension Dot.Shape {
  /// The outline as path data; the circle is one too where dots share a path.
  func path(at centre: Point, radius: Double) -> String {
    let corners = outline.map { corner in
      coordinate(centre.x + corner.x * radius) + "," + coordinate(centre.y + corner.y * radius)
    }
    return "M" + corners.joined(separator: "L") + "Z"
  }

  /// The corners for a radius of 1, sized so that the shapes cover about the same area.
  private var outline: [Point] {
    let triangle = [Point(0, -1.25), Point(1.15, 0.8), Point(-1.15, 0.8)]
    switch self {
    case .circle:
      return [
        Point(0, -1), Point(0.7, -0.7), Point(1, 0), Point(0.7, 0.7), Point(0, 1), Point(-0.7, 0.7),
        Point(-1, 0), Point(-0.7, -0.7),
      ]
    case .square: return [Point(-0.9, -0.9), Point(0.9, -0.9), Point(0.9, 0.9), Point(-0.9, 0.9)]
    case .diamond: return [Point(0, -1.3), Point(1.3, 0), Point(0, 1.3), Point(-1.3, 0)]
    case .up: return triangle
    case .down: return triangle.map { Point($0.x, -$0.y) }
    case .right: return triangle.map { Point(-$0.y, $0.x) }
    case .left: return triangle.map { Point($0.y, $0.x) }
    case .plus:
      let arm = 0.4
      let end = 1.2
      return [
        Point(-arm, -end), Point(arm, -end), Point(arm, -arm), Point(end, -arm), Point(end, arm),
        Point(arm, arm), Point(arm, end), Point(-arm, end), Point(-arm, arm), Point(-end, arm),
        Point(-end, -arm), Point(-arm, -arm),
      ]
    }
  }
}
