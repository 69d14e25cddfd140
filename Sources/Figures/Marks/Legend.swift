import Markup

/// Which colour, shape and dash is whose, in lines as wide as the figure.
struct Legend: Mark {
  static let name = "legend"
  static let help = "a key of colours, shapes and dashes"

  struct Item: Sendable {
    var text: String
    var paint: Paint
    /// Nil for a line alone.
    var shape: Dot.Shape? = Dot.Shape.circle
    /// Whether a line stands for the item, beside its dot.
    var hasLine = false
    var dash: String?
    /// Whether an area stands for the item, and whether it is hatched.
    var area: Area?

    enum Area: Sendable { case plain, hatched }
  }

  static let lineHeight = 20.0
  private static let limit = 180.0

  var items: [Item]
  var width: Double

  /// How much room the legend takes.
  var height: Double { (places.last.map { $0.y + Self.lineHeight }) ?? 0 }

  var element: Element {
    Element("g").containing(zip(items, places).flatMap(marks).map(\.element))
  }

  /// Where each item begins: side by side, on to the next line where one would not fit.
  private var places: [Point] {
    var next = Point(0, 0)
    return items.map { item in
      let width = keyWidth(item) + min(TextRole.note.width(of: item.text), Self.limit)
      if next.x > 0, next.x + width > self.width { next = Point(0, next.y + Self.lineHeight) }
      defer { next.x += width + 18 }
      return next
    }
  }

  private func keyWidth(_ item: Item) -> Double {
    item.hasLine ? 32 : item.area != nil ? 20 : 14
  }

  private func marks(for item: Item, at place: Point) -> [any Mark] {
    let middle = place.y + Self.lineHeight / 2
    let key = keyWidth(item)
    let centre = Point(place.x + (key - 6) / 2, middle)
    let line = Rule(
      from: Point(place.x, middle), to: Point(place.x + key - 6, middle), paint: item.paint,
      width: 2,
      dash: item.dash)
    if let area = item.area { return swatch(item, area, at: place) }
    let dots = item.shape.map { [Dot(at: centre, shape: $0, paint: item.paint)] } ?? []
    return (item.hasLine ? [line] : []) + dots + [label(item, at: place)]
  }

  private func swatch(_ item: Item, _ area: Item.Area, at place: Point) -> [any Mark] {
    let (from, to) = (Point(place.x, place.y + 4), Point(place.x + 14, place.y + 16))
    let hatch = area == .hatched ? [Hatch(areas: [Hatch.Area(from: from, to: to)])] : []
    return [Bar(from: from, to: to, paint: item.paint)] + hatch + [label(item, at: place)]
  }

  private func label(_ item: Item, at place: Point) -> Label {
    Label(
      text: item.text,
      at: Point(place.x + keyWidth(item), Label.baseline(place.y + Self.lineHeight / 2, .note)),
      role: .note, limit: Self.limit)
  }
}
