/// A length or coordinate as SVG text, rounded to a tenth: `12`, `-0.5`.
///
/// A tenth of a pixel is finer than anyone sees, and rounding keeps the bytes the same when the last
/// bits of a computation are not.
func coordinate(_ value: Double) -> String {
  precondition(value.isFinite, "a coordinate is a finite number")
  let tenths = Int((value * 10).rounded())
  let whole = abs(tenths) / 10
  let fraction = abs(tenths) % 10
  let sign = tenths < 0 ? "-" : ""
  return fraction == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
}

/// A place in the drawing, in pixels from the upper left.
struct Point: Sendable, Equatable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}
