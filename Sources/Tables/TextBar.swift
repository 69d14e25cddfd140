/// Bars, boxes and whiskers of characters, over a line of `width` cells that stands for the numbers
/// from `low` to `high`.
package struct TextScale: Sendable {
  package let low: Double
  package let high: Double
  package let width: Int
  /// Whether blocks of Unicode may be used, with eighths of a cell; else ASCII.
  package let unicode: Bool

  package init(from low: Double, to high: Double, width: Int, unicode: Bool) {
    self.low = low
    self.high = high
    self.width = max(width, 1)
    self.unicode = unicode
  }

  /// How far along the line `value` lies, from 0 to the width.
  private func place(_ value: Double) -> Double {
    guard high > low else { return 0 }
    // Halves, where the whole is more than a double holds.
    let part = (high - low).isFinite ? 1 : 0.5
    let share = (value * part - low * part) / (high * part - low * part)
    return min(max(share, 0), 1) * Double(width)
  }

  /// The cell in which `value` lies.
  private func cell(_ value: Double) -> Int {
    min(Int(place(value)), width - 1)
  }

  /// A bar between zero and `value`; whatever is not zero can be seen.
  package func bar(_ value: Double) -> String {
    guard value.isFinite else { return "" }
    let zero = min(max(0, low), high)
    let (start, end) = (place(min(value, zero)), place(max(value, zero)))
    // Blocks fill from the left, so only the right end has eighths.
    let first = Int(start.rounded(.down))
    let eighths = Int(((end - Double(first)) * 8).rounded())
    guard value != 0 else { return "" }
    let whole = max(eighths, 1) / 8
    let rest = max(eighths, 1) % 8
    let spaces = String(repeating: " ", count: first)
    guard unicode else {
      return spaces + String(repeating: "#", count: max(whole + (rest >= 4 ? 1 : 0), 1))
    }
    let part = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"][rest]
    return spaces + String(repeating: "█", count: whole) + part
  }

  /// A box plot: whiskers to the least and the greatest value, a box between the quartiles, a mark at
  /// the median.
  package func box(_ five: FiveNumbers) -> String {
    let strokes: [Character] = unicode ? ["├", "─", "┤", "▒", "█"] : ["|", "-", "|", "=", "#"]
    var line = [Character](repeating: " ", count: cell(five.most) + 1)
    for place in cell(five.least)...cell(five.most) { line[place] = strokes[1] }
    for place in cell(five.lower)...max(cell(five.lower), cell(five.upper)) {
      line[place] = strokes[3]
    }
    line[cell(five.least)] = strokes[0]
    line[cell(five.most)] = strokes[2]
    line[cell(five.median)] = strokes[4]
    return String(line)
  }

  /// What a box plot shows, in ascending order.
  package struct FiveNumbers: Sendable, Equatable {
    package var least: Double
    package var lower: Double
    package var median: Double
    package var upper: Double
    package var most: Double

    package init(least: Double, lower: Double, median: Double, upper: Double, most: Double) {
      self.least = least
      self.lower = lower
      self.median = median
      self.upper = upper
      self.most = most
    }
  }
}

/// Round steps of 1, 2 or 5 times a power of ten that cover `low` to `high`, about `count` of them: the
/// bounds between them, the first not over `low` and the last not under `high`.
///
/// Where they lie further apart than a double tells, or too close together for steps, there is one.
///
/// - Precondition: `low` and `high` are finite and in order.
package func roundSteps(from low: Double, to high: Double, about count: Int) -> [Double] {
  let span = high - low
  guard span.isFinite, span >= .leastNormalMagnitude else { return [low, max(high, low + 1)] }
  var step = 1.0
  let wanted = span / Double(max(count, 1))
  while step > wanted { step /= 10 }
  while step * 10 < wanted { step *= 10 }
  step *= [1, 2, 5, 10].first { $0 * step >= wanted } ?? 10
  // A bound that is missed by rounding alone is met.
  let first = (low / step + 1e-9).rounded(.down)
  let last = max((high / step - 1e-9).rounded(.up), first + 1)
  return (0...Int(last - first)).map { (first + Double($0)) * step }
}
