import Markup

/// Many cells of one colour and height: a part of a heat map.
///
/// All are one path, some ten bytes each: a heavy stroke from the left edge of a cell to its right one.
struct Cells: Mark {
  static let name = "cells"
  static let help = "many cells of one colour"

  /// A cell, or several side by side, by its left and right edge and its middle.
  struct Span: Sendable, Equatable {
    var left: Double
    var right: Double
    var y: Double
  }

  var spans: [Span]
  var height: Double
  var paint = Paint.ink
  var opacity = 1.0

  var element: Element {
    let strokes = spans.map { span in
      "M\(coordinate(span.left)) \(coordinate(span.y))H\(coordinate(span.right))"
    }
    return Element(
      "path",
      [
        "class": paint.stroke, "d": strokes.joined(), "stroke-width": coordinate(height),
        "stroke-opacity": opacity == 1 ? nil : coordinate(opacity),
      ])
  }
}
