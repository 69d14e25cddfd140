/// `value` rounded to `digits` significant digits, for reading: `-7.89576`, `0.88`, `2.0`, `1.5e-07`.
///
/// The exact binary value is rounded, half to even, as C's `%.*g` does, and trailing zeros are dropped.
/// Two things differ, because a column of reals should be told from one of integers and an integer part
/// should be readable: a whole number keeps `.0`, and below 1e15 an integer part is never rounded away
/// (`1234567.8` is `1234568.0`, not `1.23457e+06`).
///
/// **Edge cases**: infinities are `inf` and `-inf`, not a number is `nan`; minus zero is `-0.0`.
package func significant(_ value: Double, digits: Int = 6) -> String {
  precondition(digits > 0, "a number has at least one significant digit")
  guard value.isFinite else { return String(value) }
  let sign = value.sign == .minus ? "-" : ""
  guard value != 0 else { return sign + "0.0" }
  var decimal = DecimalExpansion(value.magnitude)
  decimal.round(to: max(digits, decimal.point <= 15 ? decimal.point : 0))
  return sign + decimal.text(digits: digits)
}

/// The exact decimal expansion of a positive double: 0.d1d2d3... times ten to the power `point`.
private struct DecimalExpansion {
  var digits: [UInt8]
  var point: Int

  /// A double is m 2^e; for a negative e that is m 5^-e 10^e, so a whole number times a power of ten
  /// either way.
  init(_ value: Double) {
    let zeros = value.significandBitPattern.trailingZeroBitCount
    let isNormal = value.isNormal
    let fraction = value.significandBitPattern | (isNormal ? 1 << 52 : 0)
    let shift = min(zeros, fraction.trailingZeroBitCount)
    let exponent = (isNormal ? Int(value.exponentBitPattern) : 1) - 1075 + shift
    var whole = BigDecimal(fraction >> UInt64(shift))
    whole.multiply(by: exponent < 0 ? 5 : 2, times: abs(exponent))
    digits = whole.digits
    point = digits.count + min(0, exponent)
  }

  /// Rounds to `count` digits, half to even, and drops trailing zeros.
  mutating func round(to count: Int) {
    if digits.count > count {
      let rest = digits[count...]
      let isOverHalf = rest.first == 5 && rest.dropFirst().contains { $0 != 0 }
      let isHalf = rest.first == 5 && !isOverHalf
      let isOdd = count > 0 && !digits[count - 1].isMultiple(of: 2)
      let isUp = rest.first.map { $0 > 5 } == true || isOverHalf || (isHalf && isOdd)
      digits.removeSubrange(count...)
      if isUp { increment() }
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
  }

  private mutating func increment() {
    var place = digits.count - 1
    while place >= 0, digits[place] == 9 {
      digits[place] = 0
      place -= 1
    }
    if place >= 0 {
      digits[place] += 1
    } else {
      digits.insert(1, at: 0)
      point += 1
    }
  }

  func text(digits count: Int) -> String {
    if point < -3 || point > max(count, 15) { return scientific }
    let text = digits.map { String($0) }.joined()
    if point <= 0 { return "0." + String(repeating: "0", count: -point) + text }
    if point >= digits.count {
      return text + String(repeating: "0", count: point - digits.count) + ".0"
    }
    return text.prefix(point) + "." + text.dropFirst(point)
  }

  private var scientific: String {
    let power = abs(point - 1)
    let fraction = digits.dropFirst().map { String($0) }.joined()
    return "\(digits[0])" + (fraction.isEmpty ? "" : ".") + fraction
      + (point < 1 ? "e-" : "e+") + (power < 10 ? "0" : "") + String(power)
  }
}

/// A whole number in limbs of nine decimal digits, the lowest first.
private struct BigDecimal {
  private var limbs: [UInt64]
  private static let base: UInt64 = 1_000_000_000

  init(_ value: UInt64) {
    limbs = [value % Self.base, value / Self.base % Self.base, value / Self.base / Self.base]
  }

  /// Multiplies by `factor` to the power `times`, several factors at a time as long as a limb holds.
  mutating func multiply(by factor: UInt64, times: Int) {
    let stride = 12
    let power = (0..<stride).reduce(UInt64(1)) { product, _ in product * factor }
    for _ in 0..<(times / stride) { multiply(by: power) }
    for _ in 0..<(times % stride) { multiply(by: factor) }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % Self.base
      carry = product / Self.base
    }
    if carry > 0 { limbs.append(carry) }
  }

  /// The decimal digits, the highest first and not zero.
  var digits: [UInt8] {
    var digits: [UInt8] = []
    digits.reserveCapacity(limbs.count * 9)
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}
