import Markup

/// What a text is for, which says how large and heavy it is.
enum TextRole: String, Sendable, CaseIterable {
  case title, label, note, small, strong, smallStrong

  var name: String { "t-\(rawValue)" }

  var size: Double {
    switch self {
    case .title: 15
    case .label, .strong: 13
    case .note: 12
    case .small, .smallStrong: 11
    }
  }

  var weight: TextMetrics.Weight {
    switch self {
    case .title, .strong, .smallStrong: .semibold
    case .label, .note, .small: .regular
    }
  }

  func width(of text: String) -> Double {
    TextMetrics.width(text, size: size, weight: weight)
  }
}

/// A line of text, shortened in its middle when it is wider than allowed.
struct Label: Mark {
  static let name = "label"
  static let help = "a line of text"

  enum Anchor: String, Sendable { case start, middle, end }

  var text: String
  /// The baseline, at the side that `anchor` names.
  var at: Point
  var anchor = Anchor.start
  var role = TextRole.label
  var paint = Paint.ink
  var limit = Double.infinity
  var tooltip: String?

  /// The baseline that puts text of `role` in the middle of `y`.
  static func baseline(_ y: Double, _ role: TextRole = .label) -> Double { y + role.size * 0.35 }

  var element: Element {
    let shown = TextMetrics.fitted(text, to: limit, size: role.size, weight: role.weight)
    return Element(
      "text",
      [
        "class": role == .label ? paint.fill : "\(role.name) \(paint.fill)",
        "x": coordinate(at.x), "y": coordinate(at.y),
        "text-anchor": anchor == .start ? nil : anchor.rawValue,
      ], text: shown
    ).described(tooltip ?? (shown == text ? nil : text))
  }
}
