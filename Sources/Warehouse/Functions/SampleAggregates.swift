internal import Statistics
internal import Tables

extension SQLAggregate {
  /// A statistic of all of a group's numbers, which it keeps: eight bytes each.
  static func sample(
    _ name: String, _ statistic: @escaping @Sendable ([Double]) throws -> Double?
  ) -> SQLAggregate {
    SQLAggregate(name: name, argumentCount: 1) { Sample(statistic: statistic) }
  }

  /// `geomean(x)`: the geometric mean; 0 where one is 0, an error where one is negative.
  static let geomean = sample("geomean") { values in
    if let negative = values.first(where: { $0 < 0 }) {
      throw SQLFunctionError(message: "geomean takes numbers from 0, not \(negative)")
    }
    return geometricMean(of: values)
  }
}

private struct Sample: Accumulator {
  let statistic: @Sendable ([Double]) throws -> Double?
  var values: [Double] = []

  mutating func add(_ row: SQLArguments) throws {
    if let number = try row.number(0) { values.append(number) }
  }

  func value() throws -> Value {
    Value(statistic: try statistic(values))
  }
}
