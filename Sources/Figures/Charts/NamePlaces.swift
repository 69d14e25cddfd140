/// Where names beside dots stand so that they touch neither each other nor a dot nor an edge.
///
/// Each in turn takes the first place that is free: right, left, above or below its dot, then the corners.
/// A name without a free place is left out.
struct NamePlaces: Sendable {
  struct Spot: Sendable {
    var name: String
    var at: Point
    var role: TextRole
  }

  private struct Box: Sendable {
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    func meets(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  private var labels: [Label] = []
  /// The names that found no place.
  private(set) var left: [String] = []

  private static let widest = 170.0

  /// - Parameter line: corners of a line, level and upright in turn, that no name should stand on.
  /// - Complexity: O(n^2) for n spots.
  init(
    _ spots: [Spot], within frame: (from: Point, to: Point), radius: Double, off line: [Point] = []
  ) {
    let strokes = zip(line, line.dropFirst()).map { from, to in
      Box(
        left: min(from.x, to.x) - 1, right: max(from.x, to.x) + 1, top: min(from.y, to.y) - 1,
        bottom: max(from.y, to.y) + 1)
    }
    let dots = spots.map { spot in
      Box(
        left: spot.at.x - radius, right: spot.at.x + radius, top: spot.at.y - radius,
        bottom: spot.at.y + radius)
    }
    var taken = strokes
    for (index, spot) in spots.enumerated() {
      let free = Self.candidates(spot, radius: radius).first { box in
        box.left >= frame.from.x && box.right <= frame.to.x && box.top >= frame.from.y
          && box.bottom <= frame.to.y && !taken.contains(where: box.meets)
          && !dots.enumerated().contains { $0.offset != index && box.meets($0.element) }
      }
      guard let free else {
        left.append(spot.name)
        continue
      }
      taken.append(free)
      labels.append(
        Label(
          text: spot.name,
          at: Point(free.left, Label.baseline((free.top + free.bottom) / 2, spot.role)),
          role: spot.role, limit: Self.widest))
    }
  }

  private static func candidates(_ spot: Spot, radius: Double) -> [Box] {
    let width = min(spot.role.width(of: spot.name), widest)
    let height = spot.role.size + 2
    let (x, y) = (spot.at.x, spot.at.y)
    let (right, leftward) = (x + radius + 2, x - radius - 2 - width)
    let (above, below) = (y - radius - height, y + radius)
    let corners = [
      (right, y - height / 2), (leftward, y - height / 2), (x - width / 2, above),
      (x - width / 2, below), (right - 4, above), (right - 4, below), (leftward + 4, above),
      (leftward + 4, below),
    ]
    return corners.map { Box(left: $0, right: $0 + width, top: $1, bottom: $1 + height) }
  }

  var marks: [any Mark] { labels }
}
