/// A number as Python's `repr` writes it, which is how the original's result files have theirs.
///
/// Both Swift and Python write the fewest digits that read back as the same double; they part where the
/// exponent begins: Python's below 1e-4 and from 1e16 on.
///
/// ```
/// pythonFloat(9007199254740994)   // 9007199254740994.0
/// ```
package func pythonFloat(_ value: Double) -> String {
  let text = value.description
  let hasExponent = text.utf8.contains(UInt8(ascii: "e"))
  if !value.isFinite || (!hasExponent && value.magnitude < 1e16) { return text }
  let sign = value.sign == .minus ? "-" : ""
  let (digits, power) = decimal(value.magnitude.description)
  if (-4..<16).contains(power) { return sign + fixed(digits, power) }
  let fraction = digits.dropFirst()
  let exponent = (power.magnitude < 10 ? "0" : "") + String(power.magnitude)
  return sign + digits.prefix(1) + (fraction.isEmpty ? "" : ".") + fraction
    + (power < 0 ? "e-" : "e+") + exponent
}

/// The digits of a decimal that is not zero, without zeros at either end, and the power of ten that the
/// first of them stands for.
private func decimal(_ text: String) -> (digits: Substring, power: Int) {
  let parts = text.split(separator: "e", maxSplits: 1)
  let number = parts[0].split(separator: ".", maxSplits: 1)
  var power = (parts.count > 1 ? Int(parts[1]) ?? 0 : 0) + number[0].count - 1
  let all = number.joined()
  let digits = all.drop { $0 == "0" }
  power -= all.count - digits.count
  return (
    digits.prefix(
      1
        + (digits.lastIndex { $0 != "0" }.map {
          digits.distance(from: digits.startIndex, to: $0)
        } ?? 0)), power
  )
}

private func fixed(_ digits: Substring, _ power: Int) -> String {
  if power < 0 { return "0." + String(repeating: "0", count: -power - 1) + digits }
  let whole = digits.prefix(power + 1)
  let zeros = String(repeating: "0", count: power + 1 - whole.count)
  let fraction = digits.dropFirst(power + 1)
  return whole + zeros + "." + (fraction.isEmpty ? "0" : fraction)
}
