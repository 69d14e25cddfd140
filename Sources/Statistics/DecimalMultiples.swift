/// Numbers as whole multiples of one power of ten, so that differences, ties and zeros are those of
/// their decimals.
///
/// ```
/// DecimalMultiples(of: [0.84, 0.79, 0.9, 0.85]).multiples   // [84, 79, 90, 85]
/// ```
///
/// **Edge cases**: a number that is not finite has no decimal and is a mistake of the caller. Where
/// the numbers span more than 37 digits, the step is 10^-37 of the largest power of ten and smaller
/// parts are rounded to it. Sums and differences of two multiples never overflow.
/// - Complexity: O(n).
package struct DecimalMultiples: Sendable {
  package let multiples: [Int128]
  /// The power of ten that each multiple counts.
  package let exponent: Int

  package init(of values: [Double]) {
    let decimals = values.map { value in
      guard let decimal = DecimalNumber(value) else {
        preconditionFailure("a number to be compared as a decimal is finite")
      }
      return decimal
    }
    let step = Self.step(of: decimals)
    exponent = step
    multiples = decimals.map { Self.multiple($0, of: step) }
  }

  /// The smallest exponent, unless the largest number would then have more than 37 digits.
  private static func step(of decimals: [DecimalNumber]) -> Int {
    let numbers = decimals.lazy.filter { $0.significand != 0 }
    guard let lowest = numbers.map(\.exponent).min(),
      let highest = numbers.map({ $0.exponent + $0.digits }).max()
    else { return 0 }
    return max(lowest, highest - 37)
  }

  private static func multiple(_ decimal: DecimalNumber, of step: Int) -> Int128 {
    let shift = decimal.exponent - step
    guard decimal.significand != 0 else { return 0 }
    if shift >= 0 { return Int128(decimal.significand) * powers[shift] }
    guard -shift <= 18 else { return 0 }
    let (half, divisor) = (powers[-shift] / 2, powers[-shift])
    let magnitude = (Int128(decimal.significand.magnitude) + half) / divisor
    return decimal.significand < 0 ? -magnitude : magnitude
  }

  /// 10^0 to 10^37.
  private static let powers: [Int128] = (0..<37).reduce(into: [1]) { powers, place in
    powers.append(powers[place] * 10)
  }
}
