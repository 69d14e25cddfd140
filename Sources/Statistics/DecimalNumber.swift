/// The shortest decimal that reads back as a given double: `significand` x 10^`exponent`.
///
/// Scores are decimal text before they are doubles, so ties and zeros are those of the decimals:
/// 0.84 - 0.79 equals 0.90 - 0.85, which their doubles deny.
///
/// ```
/// DecimalNumber(0.25)   // 25 x 10^-2
/// ```
///
/// **Shape**: the significand has at most 17 digits and does not end in 0; zero is 0 x 10^0.
/// - Complexity: a multiplication and a division for a number of up to 14 digits; otherwise the
///   text of the double is written and read.
package struct DecimalNumber: Sendable, Equatable {
  package let significand: Int64
  package let exponent: Int

  /// The decimal of `value`, or nil when it is not finite.
  package init?(_ value: Double) {
    guard value.isFinite else { return nil }
    guard value != 0 else {
      (significand, exponent) = (0, 0)
      return
    }
    self = Self.short(value) ?? Self.read(value)
  }

  /// A decimal with trailing zeros moved into the exponent.
  private init(trimming significand: Int64, exponent: Int) {
    var significand = significand
    var exponent = exponent
    while significand != 0, significand % 10 == 0 {
      significand /= 10
      exponent += 1
    }
    (self.significand, self.exponent) = (significand, exponent)
  }

  /// How many digits the significand has.
  package var digits: Int {
    var (rest, digits) = (significand.magnitude, 1)
    while rest >= 10 {
      rest /= 10
      digits += 1
    }
    return digits
  }
}

extension DecimalNumber {
  /// The decimal of `value` where about 14 digits hold it, else nil.
  ///
  /// A whole number below 2^53 over a power of ten up to 10^22 is divided with one rounding, so
  /// the quotient is the double nearest to that decimal. Decimals of at most 15 digits never share
  /// a double: the one found is the only one, and hence the shortest.
  private static func short(_ value: Double) -> Self? {
    // |value| < 2^(e+1), so |value| x 10^places < 2^49 < 10^15.
    let places = min(22, Int((Double(48 - Int(value.exponent)) * 0.30102999566).rounded(.down)))
    guard places >= 0 else { return nil }
    let whole = (value * powers[places]).rounded()
    guard whole / powers[places] == value else { return nil }
    return Self(trimming: Int64(whole), exponent: -places)
  }

  /// The decimal that Swift writes for `value`, which is the shortest, and of these the nearest.
  private static func read(_ value: Double) -> Self {
    var (significand, exponent, written) = (Int64(0), 0, 0)
    var (inFraction, inExponent, negativeExponent) = (false, false, false)
    for byte in value.magnitude.description.utf8 {
      switch byte {
      case UInt8(ascii: "."): inFraction = true
      case UInt8(ascii: "e"): inExponent = true
      case UInt8(ascii: "+"): break
      case UInt8(ascii: "-"): negativeExponent = true
      default:
        let digit = Int(byte - UInt8(ascii: "0"))
        if inExponent {
          written = written * 10 + digit
        } else {
          significand = significand * 10 + Int64(digit)
          if inFraction { exponent -= 1 }
        }
      }
    }
    return Self(
      trimming: value < 0 ? -significand : significand,
      exponent: exponent + (negativeExponent ? -written : written))
  }

  /// 10^0 to 10^22, each exact as a double.
  private static let powers: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]
}
