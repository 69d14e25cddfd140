import func Glibc.ceil
import func Glibc.floor
import func Glibc.log10
import func Glibc.pow

/// Round numbers along a linear scale.
///
/// The step is 1, 2 or 5 times a power of ten, the one that gives nearest to the count wished for
/// (Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990).
enum Ticks {
  /// The step between ticks for about `count` intervals over `span`, which is above 0.
  static func step(over span: Double, count: Int) -> Double {
    let raw = span / Double(max(count, 1))
    let power = pow(10, floor(log10(raw)))
    let ratio = raw / power
    let multiple: Double = ratio < 1.5 ? 1 : ratio < 3.5 ? 2 : ratio < 7.5 ? 5 : 10
    return multiple * power
  }

  /// The multiples of `step` within `lower...upper`, labelled with the digits the step needs.
  static func linear(from lower: Double, to upper: Double, step: Double) -> [ScaleTick] {
    // A hair of slack, so that a bound that is itself a multiple is not lost to rounding.
    let first = ceil(lower / step - 1e-9)
    let last = floor(upper / step + 1e-9)
    guard last >= first else { return [] }
    return (0...Int(last - first)).map { index in
      let value = (first + Double(index)) * step
      return ScaleTick(value: value, label: label(value, step: step))
    }
  }

  private static func label(_ value: Double, step: Double) -> String {
    if abs(value) >= 1e7 || step < 1e-6 { return Numeral.scientific(value) }
    let decimals = max(0, -Int(floor(log10(step) + 1e-9)))
    return Numeral.fixed(value, decimals: decimals)
  }
}
