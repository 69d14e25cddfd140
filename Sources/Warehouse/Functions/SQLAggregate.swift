internal import Tables

/// A function of SQL that makes one value of many rows.
struct SQLAggregate: Sendable {
  let name: String
  let argumentCount: Int
  /// Whether it works over a window, from which rows also leave.
  var slides = false
  /// What has seen no row yet.
  let start: @Sendable () -> any Accumulator
}

/// What the rows of a group or of a window come to, one row after the other.
protocol Accumulator {
  mutating func add(_ row: SQLArguments) throws
  /// Takes back a row that was added; asked only of what slides.
  mutating func remove(_ row: SQLArguments) throws
  /// What the rows come to now. More may follow where it slides.
  mutating func value() throws -> Value
}

extension Accumulator {
  mutating func remove(_ row: SQLArguments) {
    preconditionFailure("only a sliding function is asked to forget")
  }
}

/// Why a function of SQL has no answer: a sentence that begins with its name.
struct SQLFunctionError: Error {
  let message: String
  /// Whether someone ended the query that the function ran, and nothing is wrong with it.
  var isInterruption = false
}

extension Value {
  /// A statistic as SQL has it: NULL where there is none, or none that is defined.
  init(statistic: Double?) {
    self = statistic.map { $0.isNaN ? .null : .real($0) } ?? .null
  }
}
