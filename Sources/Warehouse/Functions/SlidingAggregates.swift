internal import Statistics
internal import Tables

extension SQLAggregate {
  /// An order statistic, of a group or of a window that slides over rows.
  /// - Complexity: O(log n) for a row that comes or leaves and for each answer.
  static func sliding(
    _ name: String, _ statistic: @escaping @Sendable (inout SlidingSample) -> Double?
  ) -> SQLAggregate {
    SQLAggregate(name: name, argumentCount: 1, slides: true) { Sliding(statistic: statistic) }
  }

  /// `quantile(x, p)`, where p is the first that is not NULL, and from 0 to 1.
  static let quantile = SQLAggregate(name: "quantile", argumentCount: 2, slides: true) {
    SlidingQuantile()
  }
}

private struct Sliding: Accumulator {
  let statistic: @Sendable (inout SlidingSample) -> Double?
  var sample = SlidingSample()

  mutating func add(_ row: SQLArguments) throws {
    if let number = try row.number(0) { sample.add(number) }
  }

  mutating func remove(_ row: SQLArguments) throws {
    if let number = try row.number(0) { sample.remove(number) }
  }

  mutating func value() -> Value {
    Value(statistic: statistic(&sample))
  }
}

private struct SlidingQuantile: Accumulator {
  var sample = SlidingSample()
  var share: Double?

  mutating func add(_ row: SQLArguments) throws {
    if let number = try row.number(0) { sample.add(number) }
    guard share == nil, let share = try row.number(1) else { return }
    guard (0...1).contains(share) else {
      throw row.fault("takes a share from 0 to 1, not \(share)")
    }
    self.share = share
  }

  mutating func remove(_ row: SQLArguments) throws {
    if let number = try row.number(0) { sample.remove(number) }
  }

  mutating func value() -> Value {
    Value(statistic: share.flatMap { sample.quantile($0) })
  }
}
