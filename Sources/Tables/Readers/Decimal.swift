/// Numbers read from their decimal digits, each as the double that lies nearest.
package enum Decimal {
  /// The number that `text` spells, nil if it spells none.
  ///
  /// `-0.5 .5 5. 1e-07 +3E5`, and `nan inf infinity` in any case, signed or not; no spaces around. What
  /// exceeds the largest double is infinite.
  ///
  /// **Source**: up to 15 digits as Clinger, How to read floating point numbers accurately (1990); up to
  /// 19, which is what programs print, by one step of Dekker's division (1971), kept when its error
  /// cannot reach the rounding; the rest by the standard library.
  package static func number(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    guard let spelled = Spelling(text) else { return named(text) }
    return spelled.exact ?? Double(String(decoding: text, as: UTF8.self))
  }

  /// The whole number that `text` spells in digits, signed or not; nil for any other text.
  package static func integer(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let spelled = Spelling(text), spelled.isWhole, spelled.digits <= 18 else {
      return Int(String(decoding: text, as: UTF8.self))
    }
    let magnitude = Int(spelled.significand)
    return spelled.isNegative ? -magnitude : magnitude
  }

  private static func named(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Double? {
    guard (3...9).contains(text.count) else { return nil }
    // What pandas writes for a missing number, which half of a file may be.
    let start = text.startIndex
    if text.count == 3, text[start] == UInt8(ascii: "n"), text[start + 1] == UInt8(ascii: "a"),
      text[start + 2] == UInt8(ascii: "n")
    {
      return .nan
    }
    return switch String(decoding: text, as: UTF8.self).lowercased() {
    case "nan", "+nan", "-nan": .nan
    case "inf", "+inf", "infinity", "+infinity": .infinity
    case "-inf", "-infinity": -.infinity
    default: nil
    }
  }
}

/// A number as it is written: ± significand x 10 ^ exponent.
private struct Spelling {
  var isNegative = false
  var significand: UInt64 = 0
  /// How many digits the significand has, zeros in front not counted; beyond 19 it has overflowed.
  var digits = 0
  var exponent = 0
  var isWhole = true

  init?(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
    var rest = text
    isNegative = rest.first == UInt8(ascii: "-")
    if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
    var count = takeDigits(&rest)
    if rest.first == UInt8(ascii: ".") {
      isWhole = false
      rest.removeFirst()
      let decimals = takeDigits(&rest)
      exponent -= decimals
      count += decimals
    }
    guard count > 0, takeExponent(&rest), rest.isEmpty else { return nil }
  }

  private mutating func takeDigits(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let start = rest.startIndex
    var position = start
    while position < rest.endIndex {
      let digit = UInt64(rest[position]) &- 48
      guard digit < 10 else { break }
      significand = significand &* 10 &+ digit
      if significand > 0 || digits > 0 { digits += 1 }
      position += 1
    }
    rest = rest[position...]
    return position - start
  }

  private mutating func takeExponent(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard let letter = rest.first else { return true }
    guard letter | 0x20 == UInt8(ascii: "e") else { return false }
    isWhole = false
    rest.removeFirst()
    let sign = rest.first
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") { rest.removeFirst() }
    guard !rest.isEmpty, rest.allSatisfy({ $0 &- 48 < 10 }) else { return false }
    // A power past 99,999 is as good as any: the digits cannot make up for it.
    let power = rest.reduce(0) { min($0 * 10 + Int($1 - 48), 99_999) }
    exponent += sign == UInt8(ascii: "-") ? -power : power
    rest = rest[rest.endIndex...]
    return true
  }

  /// The nearest double where double arithmetic can prove that it is; nil elsewhere.
  var exact: Double? {
    guard digits <= 19, (-22...22).contains(exponent) else { return nil }
    let magnitude = significand < 1 << 53 ? product : quotient
    return magnitude.map { isNegative ? -$0 : $0 }
  }

  /// Significand and power are exact doubles, so one operation rounds once.
  private var product: Double? {
    exponent < 0
      ? Double(significand) / powersOfTen[-exponent] : Double(significand) * powersOfTen[exponent]
  }

  /// The significand is the sum of two doubles, high and low. `first` is high / power rounded, its
  /// remainder is exact, and so `rest` is off by less than four units in its last place, 2^-50 of it.
  /// If both ends of that interval round to one double, that is the nearest.
  private var quotient: Double? {
    guard exponent <= 0 else { return nil }
    let power = powersOfTen[-exponent]
    let high = Double(significand)
    let low = Double(Int64(bitPattern: significand &- UInt64(high)))
    let first = high / power
    let rest = (high.addingProduct(-first, power) + low) / power
    let error = rest.magnitude * 0x1p-50
    let lower = first + (rest - error)
    return lower == first + (rest + error) ? lower : nil
  }
}

/// 10^0 to 10^22, the powers that a double holds exactly.
private let powersOfTen: [Double] = [
  1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
  1e18, 1e19, 1e20, 1e21, 1e22,
]
