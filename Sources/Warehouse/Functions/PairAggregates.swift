internal import Statistics
internal import Tables

extension SQLAggregate {
  /// A statistic of the rows' pairs; a row that lacks either number is skipped. `finite` is for what
  /// subtracts, which infinities do not survive.
  static func pairs(
    _ name: String, finite: Bool = false,
    _ statistic: @escaping @Sendable ([Double], [Double]) -> Double?
  ) -> SQLAggregate {
    describing(name, finite: finite) { Value(statistic: statistic($0, $1)) }
  }

  private static func describing(
    _ name: String, finite: Bool, value: @escaping @Sendable ([Double], [Double]) -> Value
  ) -> SQLAggregate {
    SQLAggregate(name: name, argumentCount: 2) { Pairs(isFinite: finite, statistic: value) }
  }

  /// `rank_biserial(x, y)`: the matched-pairs rank-biserial correlation, zeros by Pratt.
  static let rankBiserial = pairs("rank_biserial", finite: true) { x, y in
    x.isEmpty ? nil : Statistics.rankBiserial(x, y)
  }

  /// `wilcoxon_p(x, y)`: p of the signed-rank test, two-sided, exact up to 500 differences.
  static let wilcoxonP = pairs("wilcoxon_p", finite: true) { x, y in
    x.isEmpty ? nil : Wilcoxon(x, y).p
  }

  /// `wilcoxon(x, y)`: the signed-rank test as a JSON object.
  static let wilcoxon = describing("wilcoxon", finite: true) { x, y in
    guard !x.isEmpty else { return .null }
    let test = Wilcoxon(x, y)
    let object: JSONValue = [
      "statistic": .real(test.statistic), "p": .real(test.p), "n": .integer(Int64(x.count)),
      "zeros": .integer(Int64(test.zeros)), "ties": .integer(Int64(test.ties)),
      "method": .text(test.method.rawValue), "effect": .real(test.effect),
    ]
    return .text(object.text)
  }
}

private struct Pairs: Accumulator {
  let isFinite: Bool
  let statistic: @Sendable ([Double], [Double]) -> Value
  var first: [Double] = []
  var second: [Double] = []

  mutating func add(_ row: SQLArguments) throws {
    let x = try isFinite ? row.finiteNumber(0) : row.number(0)
    let y = try isFinite ? row.finiteNumber(1) : row.number(1)
    guard let x, let y else { return }
    first.append(x)
    second.append(y)
  }

  func value() -> Value {
    statistic(first, second)
  }
}
