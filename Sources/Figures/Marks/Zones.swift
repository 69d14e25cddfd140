import Markup

/// Areas that are not seen and have a tooltip each, over marks that are too many for one of their own.
struct Zones: Mark {
  static let name = "zones"
  static let help = "unseen areas with a tooltip each"

  struct Zone: Sendable, Equatable {
    var from: Point
    var to: Point
    var tooltip: String
  }

  var zones: [Zone]

  var element: Element {
    let areas = zones.map { zone in
      let (width, height) = (zone.to.x - zone.from.x, zone.to.y - zone.from.y)
      let path =
        "M\(coordinate(zone.from.x)) \(coordinate(zone.from.y))h\(coordinate(width))"
        + "v\(coordinate(height))h\(coordinate(-width))z"
      return Element("path", ["d": path]).described(zone.tooltip)
    }
    return Element("g", ["class": Paint.page.fill, "fill-opacity": "0"]).containing(areas)
  }
}
