import func Glibc.exp
import func Glibc.log
import func Glibc.sqrt

// Of numbers without missing ones. Too few of them give nil; a NaN among them gives NaN.

/// The arithmetic mean; nil for none.
package func mean(of values: [Double]) -> Double? {
  values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
}

/// The geometric mean, the n-th root of the product; nil for none, NaN where one is negative.
package func geometricMean(of values: [Double]) -> Double? {
  mean(of: values.map(log)).map(exp)
}

/// The variance that divides by n - 1; nil for fewer than two.
///
/// Deviations from the mean are summed in a second pass, so large values with small differences
/// keep their digits.
package func variance(of values: [Double]) -> Double? {
  guard values.count > 1, let mean = mean(of: values) else { return nil }
  let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
  return squares / Double(values.count - 1)
}

/// The standard deviation that divides by n - 1; nil for fewer than two.
package func standardDeviation(of values: [Double]) -> Double? {
  variance(of: values).map(sqrt)
}

/// The middle value, or the mean of the middle two; nil for none.
package func median(of values: [Double]) -> Double? {
  quantile(0.5, of: values)
}

/// The value below which the fraction `p` of `values` lies, by linear interpolation of order
/// statistics; nil for none.
///
/// ```
/// quantile(0.25, of: [1, 2, 3, 4])   // 1.75
/// ```
///
/// **Source**: type 7 of Hyndman and Fan, Sample quantiles in statistical packages, The American
/// Statistician 50 (1996): the default of R and of numpy.
package func quantile(_ p: Double, of values: [Double]) -> Double? {
  values.contains(where: \.isNaN) ? .nan : quantile(p, ofSorted: values.sorted())
}

/// ``quantile(_:of:)`` of values that ascend already.
/// - Complexity: O(1).
package func quantile(_ p: Double, ofSorted values: [Double]) -> Double? {
  quantile(p, of: values.count) { values[$0] }
}

/// ``quantile(_:of:)`` of `count` values, given each by its place in ascending order, from 0.
func quantile(_ p: Double, of count: Int, at value: (Int) -> Double) -> Double? {
  precondition((0...1).contains(p), "a quantile is asked for a fraction from 0 to 1")
  guard count > 0 else { return nil }
  let place = p * Double(count - 1)
  let below = Int(place)
  let (low, part) = (value(below), place - Double(below))
  // A neighbour that has no part in it may be infinite.
  guard part > 0 else { return low }
  let high = value(below + 1)
  // Huge values may lie further apart than a double tells: each is scaled before they are added.
  guard (high - low).isFinite else { return low * (1 - part) + high * part }
  return low + part * (high - low)
}

/// The distance from the first to the third quartile, of type 7; nil for none.
package func interquartileRange(of values: [Double]) -> Double? {
  guard !values.contains(where: \.isNaN) else { return .nan }
  let sorted = values.sorted()
  guard let first = quantile(0.25, ofSorted: sorted), let third = quantile(0.75, ofSorted: sorted)
  else { return nil }
  return third - first
}

/// The median distance from the median, unscaled; nil for none.
package func medianAbsoluteDeviation(of values: [Double]) -> Double? {
  guard let middle = median(of: values) else { return nil }
  return median(of: values.map { abs($0 - middle) })
}

/// Half the height of a box plot's notch, 1.57 IQR / sqrt(n); nil for none.
///
/// Two medians whose notches do not overlap differ at roughly the 5 % level.
///
/// **Source**: McGill, Tukey and Larsen, Variations of box plots, The American Statistician 32
/// (1978).
package func notch(of values: [Double]) -> Double? {
  interquartileRange(of: values).map { 1.57 * $0 / sqrt(Double(values.count)) }
}
