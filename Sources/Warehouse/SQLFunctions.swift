internal import GRDB
internal import Statistics

/// The aggregates that SQL gains in every connection of a `Store`.
///
/// NULLs are skipped; too little data gives NULL; a value that is no number is an SQL error.
enum SQLFunctions {
  static func add(to db: Database) {
    for function in all { db.add(function: function) }
  }

  private static let all = [
    DatabaseFunction("median", argumentCount: 1, pure: true, aggregate: Median.self),
    DatabaseFunction("quantile", argumentCount: 2, pure: true, aggregate: Quantile.self),
    DatabaseFunction("iqr", argumentCount: 1, pure: true, aggregate: InterquartileRange.self),
    DatabaseFunction("mad", argumentCount: 1, pure: true, aggregate: AbsoluteDeviation.self),
    DatabaseFunction("stddev", argumentCount: 1, pure: true, aggregate: StandardDeviation.self),
    DatabaseFunction("variance", argumentCount: 1, pure: true, aggregate: Variance.self),
  ]
}

/// An aggregate that needs all its values at once; memory is eight bytes a value.
private protocol Sample: DatabaseAggregate {
  var values: [Double] { get set }
  static var name: String { get }
  /// What the values come to; nil, SQL's NULL, where they are too few.
  static func summary(of values: [Double]) -> Double?
}

extension Sample {
  mutating func step(_ arguments: [DatabaseValue]) throws {
    if let number = try number(arguments[0], of: Self.name) { values.append(number) }
  }

  func finalize() throws -> (any DatabaseValueConvertible)? {
    Self.summary(of: values)
  }
}

private func number(_ value: DatabaseValue, of function: String) throws -> Double? {
  switch value.storage {
  case .null: nil
  case .int64(let integer): Double(integer)
  case .double(let real): real
  case .string, .blob:
    throw DatabaseError(message: "\(function) takes numbers, not \(value.description)")
  }
}

private struct Median: Sample {
  static let name = "median"
  var values: [Double] = []
  static func summary(of values: [Double]) -> Double? { median(of: values) }
}

private struct InterquartileRange: Sample {
  static let name = "iqr"
  var values: [Double] = []
  static func summary(of values: [Double]) -> Double? { interquartileRange(of: values) }
}

private struct AbsoluteDeviation: Sample {
  static let name = "mad"
  var values: [Double] = []
  static func summary(of values: [Double]) -> Double? { medianAbsoluteDeviation(of: values) }
}

private struct StandardDeviation: Sample {
  static let name = "stddev"
  var values: [Double] = []
  static func summary(of values: [Double]) -> Double? { standardDeviation(of: values) }
}

private struct Variance: Sample {
  static let name = "variance"
  var values: [Double] = []
  static func summary(of values: [Double]) -> Double? { variance(of: values) }
}

/// `quantile(x, p)`, where p is the first row's and from 0 to 1.
private struct Quantile: DatabaseAggregate {
  private var values: [Double] = []
  private var share: Double?

  mutating func step(_ arguments: [DatabaseValue]) throws {
    if let value = try number(arguments[0], of: "quantile") { values.append(value) }
    guard share == nil, let share = try number(arguments[1], of: "quantile") else { return }
    guard (0...1).contains(share) else {
      throw DatabaseError(message: "quantile takes a share from 0 to 1, not \(share)")
    }
    self.share = share
  }

  func finalize() throws -> (any DatabaseValueConvertible)? {
    share.flatMap { quantile($0, of: values) }
  }
}
