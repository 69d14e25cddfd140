import Statistics

/// What a box plot draws of one framework.
struct BoxSummary: Sendable, Equatable {
  var name: String
  var low: Double
  var q1: Double
  var median: Double
  var q3: Double
  var high: Double
  /// Values beyond the whiskers, ascending.
  var outliers: [Double] = []
  /// Every value, ascending; none where the table had the five numbers only.
  var values: [Double] = []
  /// How many values there are; nil where the table had the five numbers only.
  var count: Int?

  /// The five numbers of `values`, which are at least one.
  ///
  /// Quartiles are of type 7, the whiskers reach the last value within 1.5 interquartile ranges of the
  /// box (Tukey, Exploratory Data Analysis, 1977, section 2C).
  /// - Complexity: O(n log n)
  init(name: String, values: [Double]) {
    precondition(!values.isEmpty, "a summary needs a value")
    let sorted = values.sorted()
    let q1 = quantile(0.25, ofSorted: sorted) ?? .nan
    let q3 = quantile(0.75, ofSorted: sorted) ?? .nan
    let reach = 1.5 * (q3 - q1)
    let inside = sorted.filter { $0 >= q1 - reach && $0 <= q3 + reach }
    self.name = name
    self.q1 = q1
    self.q3 = q3
    median = quantile(0.5, ofSorted: sorted) ?? .nan
    low = min(inside.first ?? q1, q1)
    high = max(inside.last ?? q3, q3)
    self.values = sorted
    outliers = sorted.filter { $0 < q1 - reach || $0 > q3 + reach }
    count = sorted.count
  }

  init(
    name: String, low: Double, q1: Double, median: Double, q3: Double, high: Double, count: Int?
  ) {
    self.name = name
    self.low = low
    self.q1 = q1
    self.median = median
    self.q3 = q3
    self.high = high
    self.count = count
  }

  /// Whether a value lies within the whiskers.
  func isInside(_ value: Double) -> Bool { value >= low && value <= high }

  /// Everything that needs room on the axis.
  var extremes: [Double] {
    [low, high] + [outliers.first, outliers.last].compactMap { $0 }
  }
}
