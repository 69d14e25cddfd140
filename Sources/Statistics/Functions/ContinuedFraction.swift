/// The continued fraction a1/(b1 + a2/(b2 + ...)), whose n-th a and b `term(n)` gives, from 1.
///
/// **Source**: Lentz's method as modified by Thompson and Barnett (1986): forward, and stopped when
/// a term changes no more than rounding does. A NaN stops it too.
func continuedFraction(_ term: (_ n: Double) -> (a: Double, b: Double)) -> Double {
  var (fraction, c, d) = (tiny, tiny, 0.0)
  var n = 0.0
  while true {
    n += 1
    let (a, b) = term(n)
    d = 1 / awayFromZero(b + a * d)
    c = awayFromZero(b + a / c)
    fraction *= c * d
    guard abs(c * d - 1) > 0x1p-50 else { return fraction }
  }
}

/// Stands for a zero that would be divided by.
private let tiny = 1e-300

private func awayFromZero(_ value: Double) -> Double {
  abs(value) < tiny ? tiny : value
}
