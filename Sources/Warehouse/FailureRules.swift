internal import Benchmark

/// Why runs failed, by the table `failure_rules`.
struct FailureRules {
  private static let most = 10_000

  private let select: RawStatement
  private var known: [String: FailureClass] = [:]

  init(_ connection: OpaquePointer) throws {
    select = try RawStatement(
      connection,
      "SELECT class FROM failure_rules WHERE ? LIKE pattern ORDER BY position LIMIT 1")
  }

  /// The class of the first rule whose pattern the message is like; unknown if none is.
  mutating func failureClass(of message: String) throws -> FailureClass {
    if let known = known[message] { return known }
    var found = FailureClass.unknown
    select.bind(message, at: 1)
    try select.eachRow { found = $0.text(0).flatMap(FailureClass.init) ?? found }
    if known.count >= Self.most { known = [:] }
    known[message] = found
    return found
  }
}
