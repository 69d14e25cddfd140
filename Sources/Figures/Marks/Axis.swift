import Markup

/// A scale made visible: labels at its ticks, grid lines, a name.
///
/// Labels that would touch the one before are left out.
struct Axis: Mark {
  static let name = "axis"
  static let help = "labels at a scale's ticks, with grid lines and a name"

  enum Side: Sendable { case bottom, left }

  var scale: any Scale
  var side: Side
  /// Where the axis stands: y of a bottom axis, x of a left one.
  var at: Double
  /// How far its grid lines go, to the other side of the panel.
  var gridTo: Double
  var title: String?
  /// Where the title begins (left axis) or has its middle (bottom axis).
  var titleAt = Point(0, 0)
  var hasGrid = true

  var element: Element {
    Element("g").containing(lines.map(\.element) + labels.map(\.element))
  }

  private var lines: [Rule] {
    guard hasGrid else { return [] }
    return scale.ticks.map { tick in
      let position = scale.position(of: tick.value)
      return side == .bottom
        ? Rule(from: Point(position, at), to: Point(position, gridTo), paint: .faint)
        : Rule(from: Point(at, position), to: Point(gridTo, position), paint: .faint)
    }
  }

  private var labels: [Label] {
    var labels: [Label] = []
    var lastEnd = -Double.infinity
    for tick in scale.ticks {
      let position = scale.position(of: tick.value)
      let size = side == .bottom ? TextRole.small.width(of: tick.label) : TextRole.small.size
      let start = side == .bottom ? position - size / 2 : -position - size / 2
      guard start > lastEnd + 4 else { continue }
      lastEnd = start + size
      labels.append(label(tick, at: position))
    }
    guard let title else { return labels }
    let anchor: Label.Anchor = side == .bottom ? .middle : .start
    return labels
      + [Label(text: title, at: titleAt, anchor: anchor, role: .small, paint: .muted)]
  }

  private func label(_ tick: ScaleTick, at position: Double) -> Label {
    switch side {
    case .bottom:
      Label(
        text: tick.label, at: Point(position, at + 16), anchor: .middle, role: .small, paint: .muted
      )
    case .left:
      Label(
        text: tick.label, at: Point(at - 6, Label.baseline(position, .small)), anchor: .end,
        role: .small, paint: .muted)
    }
  }
}
