/// Panels of equal size side by side, line after line.
struct Grid: Sendable {
  let columns: Int
  let panelWidth: Double
  let panelHeight: Double
  /// Room left of each panel for its axis, and below it.
  let left: Double
  let bottom: Double
  /// Room above each panel for its heading.
  let top: Double

  /// Where the upper left corner of panel `index` stands.
  func origin(of index: Int) -> Point {
    Point(
      Double(index % columns) * (panelWidth + left + Self.gap) + left,
      Double(index / columns) * (panelHeight + top + bottom) + top)
  }

  func height(of panels: Int) -> Double {
    Double((panels + columns - 1) / columns) * (panelHeight + top + bottom)
  }

  static let gap = 14.0

  /// The width of a panel when `columns` of them share `width`, each with `left` beside it.
  static func panelWidth(columns: Int, in width: Double, left: Double) -> Double {
    (width - gap * Double(columns - 1)) / Double(columns) - left
  }

  /// How many columns, at most `wanted`, leave a panel `least` pixels or more.
  static func columns(wanted: Int, in width: Double, left: Double, least: Double) -> Int {
    (1...max(wanted, 1)).last { panelWidth(columns: $0, in: width, left: left) >= least } ?? 1
  }
}
