import func Glibc.floor
import func Glibc.log10
import func Glibc.pow

/// Numbers as a reader wants them in a picture: few digits, thousands apart, a true minus sign.
enum Numeral {
  /// `value` with exactly `decimals` digits after the point: `0.50`, `−12,345`.
  static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, abs(value) < 1e15 else { return scientific(value) }
    let unit = Int64(pow(10, Double(decimals)))
    let scaled = Int64((abs(value) * Double(unit)).rounded())
    let sign = value < 0 && scaled != 0 ? "−" : ""
    let fraction = String(scaled % unit + unit).dropFirst()
    return sign + grouped(Int(scaled / unit)) + (decimals > 0 ? "." + fraction : "")
  }

  /// `value` in about three digits: `0.831`, `12.4`, `1,204`, `3.1e−7`.
  static func brief(_ value: Double) -> String {
    let size = abs(value)
    if size == 0 { return "0" }
    if size >= 1e7 || size < 0.001 { return scientific(value) }
    if value == value.rounded() || size >= 100 { return fixed(value, decimals: 0) }
    return fixed(value, decimals: size < 1 ? 3 : size < 10 ? 2 : 1)
  }

  /// `12345` as `12,345`.
  static func grouped(_ value: Int) -> String {
    var output = ""
    let digits = String(abs(value))
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { output += "," }
      output.append(digit)
    }
    return (value < 0 ? "−" : "") + output
  }

  /// `value` as a multiple of a power of ten: `3.1e−7`, `1e9`.
  static func scientific(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    var exponent = Int(floor(log10(abs(value))))
    var mantissa = (value / pow(10, Double(exponent)) * 10).rounded() / 10
    if abs(mantissa) >= 10 {
      mantissa /= 10
      exponent += 1
    }
    let digits = fixed(mantissa, decimals: mantissa == mantissa.rounded() ? 0 : 1)
    return "\(digits)e\(exponent < 0 ? "−" : "")\(abs(exponent))"
  }

  /// A p value in words: `p = 0.023`, `p < 0.001`.
  static func probability(_ p: Double) -> String {
    p < 0.001 ? "p < 0.001" : "p = \(fixed(p, decimals: p < 0.1 ? 3 : 2))"
  }
}
