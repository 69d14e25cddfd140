import Markup

/// Many short texts that look alike: the numbers in the cells of a matrix.
///
/// What they share is written once.
struct Texts: Mark {
  static let name = "texts"
  static let help = "many short texts that look alike"

  struct Item: Sendable, Equatable {
    var text: String
    /// The baseline, at the side that the anchor names.
    var at: Point
  }

  var items: [Item]
  var anchor = Label.Anchor.middle
  var role = TextRole.small
  var paint = Paint.ink

  var element: Element {
    let texts = items.map { item in
      Element("text", ["x": coordinate(item.at.x), "y": coordinate(item.at.y)], text: item.text)
    }
    return Element(
      "g",
      [
        "class": "\(role.name) \(paint.fill)",
        "text-anchor": anchor == .start ? nil : anchor.rawValue,
      ]
    ).containing(texts)
  }
}
