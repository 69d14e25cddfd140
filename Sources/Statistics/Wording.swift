// How findings are said.

/// `number` rounded to `digits` significant digits, half away from zero, in the shorter of plain
/// and scientific notation: `29.4`, `0.0168`, `1.9e-06`.
func text(_ number: Double, digits: Int) -> String {
  guard let decimal = DecimalNumber(number) else { return number > 0 ? "infinity" : "\(number)" }
  let (significand, exponent) = rounded(decimal, to: digits)
  var mantissa = Array(String(significand.magnitude).utf8)
  let point = mantissa.count + exponent
  let sign = significand < 0 ? "-" : ""
  let zero = UInt8(ascii: "0")
  if point > 15 || point < -3 {
    let power = String((point - 1).magnitude)
    let padded = power.utf8.count < 2 ? "0" + power : power
    if mantissa.count > 1 { mantissa.insert(UInt8(ascii: "."), at: 1) }
    return sign + String(decoding: mantissa, as: UTF8.self) + (point < 1 ? "e-" : "e+") + padded
  }
  if exponent >= 0 {
    mantissa += [UInt8](repeating: zero, count: exponent)
  } else {
    if point <= 0 { mantissa = [UInt8](repeating: zero, count: 1 - point) + mantissa }
    mantissa.insert(UInt8(ascii: "."), at: max(point, 1))
  }
  return sign + String(decoding: mantissa, as: UTF8.self)
}

/// A p value as readers want it, `p = 1.9e-06`, and never as zero.
func text(p: Double) -> String {
  p > 0 ? "p = \(text(p, digits: 2))" : "p < 1e-300"
}

/// `1 dataset`, `14 datasets`.
func text(_ count: Int, _ noun: String) -> String {
  count == 1 ? "1 \(noun)" : "\(count) \(noun)s"
}

/// What a test of all treatments at once has shown: `frameworks differ: Quade F = 4.63, ...`.
func omnibus(_ p: Double, _ alpha: Double, _ numbers: String) -> String {
  (p < alpha ? "frameworks differ: " : "no difference between frameworks is shown: ") + numbers
}

/// What pairwise tests have shown at a level: `2 of 6 pairs differ at 0.05`.
func verdict(_ differing: Int, of pairs: Int, at alpha: Double) -> String {
  switch (differing, pairs) {
  case (0, 1): "the two are not shown to differ at \(alpha)"
  case (_, 1): "the two differ at \(alpha)"
  case (0, _): "none of \(pairs) pairs is shown to differ at \(alpha)"
  case (1, _): "1 of \(pairs) pairs differs at \(alpha)"
  default: "\(differing) of \(pairs) pairs differ at \(alpha)"
  }
}

extension Blocks {
  /// `14 datasets`, and how many were left out for want of a value.
  var datasets: String {
    let counted = text(names.count, "dataset")
    return incomplete.isEmpty ? counted : counted + " (\(incomplete.count) incomplete left out)"
  }
}

private func rounded(
  _ decimal: DecimalNumber, to digits: Int
) -> (significand: Int64, exponent: Int) {
  let surplus = decimal.digits - digits
  guard surplus > 0 else { return (decimal.significand, decimal.exponent) }
  let divisor = (0..<surplus).reduce(Int64(1)) { power, _ in power * 10 }
  let half = decimal.significand < 0 ? -divisor / 2 : divisor / 2
  var significand = (decimal.significand + half) / divisor
  var exponent = decimal.exponent + surplus
  while significand != 0, significand % 10 == 0 {
    significand /= 10
    exponent += 1
  }
  return (significand, exponent)
}
