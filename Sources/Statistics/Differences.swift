import func Glibc.pow

/// The differences of paired values, exact in decimal: 0.84 - 0.79 is 0.90 - 0.85.
///
/// ```
/// Differences([0.84, 0.9], [0.79, 0.85]).values   // [0.05, 0.05]
/// ```
///
/// **Edge cases**: all values are finite, and as many in `first` as in `second`.
package struct Differences: Sendable {
  /// first - second, counted in steps of 10^`exponent`.
  package let multiples: [Int128]
  package let exponent: Int

  package init(_ first: [Double], _ second: [Double]) {
    precondition(first.count == second.count, "values come in pairs")
    let decimals = DecimalMultiples(of: first + second)
    exponent = decimals.exponent
    multiples = first.indices.map {
      decimals.multiples[$0] - decimals.multiples[first.count + $0]
    }
  }

  init(multiples: [Int128], exponent: Int) {
    (self.multiples, self.exponent) = (multiples, exponent)
  }

  /// The differences as doubles, each the nearest to its decimal where that has up to 15 digits.
  package var values: [Double] { multiples.map { double($0) } }

  /// `multiple` steps as a double.
  func double(_ multiple: Int128) -> Double {
    Self.double(Double(multiple), exponent)
  }

  private static func double(_ multiple: Double, _ exponent: Int) -> Double {
    // Up to 22 a power of ten is exact, and so the quotient is rounded once.
    switch exponent {
    case 0...: multiple * pow(10, Double(exponent))
    case -22..<0: multiple / pow(10, Double(-exponent))
    default: multiple / 1e22 / pow(10, Double(-exponent - 22))
    }
  }
}

extension Differences {
  /// Mean and standard deviation, the latter exactly 0 where all differences are the same; NaN for
  /// too few.
  ///
  /// Deviations are from the first difference and exact before they are rounded, so that small
  /// deviations of large differences keep their digits.
  package var moments: (mean: Double, deviation: Double) {
    guard let start = multiples.first else { return (.nan, .nan) }
    let count = Double(multiples.count)
    let shifted = multiples.map { Double($0 - start) }
    let middle = shifted.reduce(0, +) / count
    let squares = shifted.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
    let mean = exactSum.map { Double($0) / count } ?? Double(start) + middle
    let deviation = multiples.count > 1 ? (squares / (count - 1)).squareRoot() : .nan
    return (Self.double(mean, exponent), Self.double(deviation, exponent))
  }

  /// Nil where it does not fit, which takes numbers of more than 30 digits.
  private var exactSum: Int128? {
    var sum: Int128 = 0
    for multiple in multiples {
      let (next, overflow) = sum.addingReportingOverflow(multiple)
      guard !overflow else { return nil }
      sum = next
    }
    return sum
  }
}
