import Tables

extension Value {
  /// A number as a cell: NULL for NaN, which no statistic means.
  static func number(_ value: Double) -> Value {
    value.isNaN ? .null : .real(value)
  }
}
