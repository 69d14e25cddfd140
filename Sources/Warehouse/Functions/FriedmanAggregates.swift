internal import Statistics
internal import Tables

extension SQLAggregate {
  /// `friedman_p(block, treatment, value)`: p of Friedman's test, corrected for ties.
  static let friedmanP = blocks("friedman_p") { _, test in .real(test.p) }

  /// `friedman(block, treatment, value)`: Friedman's test as a JSON object, rank 1 for the highest.
  static let friedman = blocks("friedman") { blocks, test in
    let ranks = zip(blocks.treatments, test.meanRanks).map {
      JSONValue.Member(name: $0, value: .real($1))
    }
    let f = test.imanDavenport
    let object: JSONValue = [
      "statistic": .real(test.chiSquared), "df": .integer(Int64(test.degreesOfFreedom)),
      "p": .real(test.p), "iman_davenport": f.map { .real($0.f) } ?? .null,
      "f_p": f.map { .real($0.p) } ?? .null, "blocks": .integer(Int64(test.blocks)),
      "treatments": .integer(Int64(test.treatments)), "kendall_w": .real(test.kendallW),
      "mean_ranks": .object(ranks),
    ]
    return .text(object.text)
  }

  /// What Friedman's test finds in rows of block, treatment and value, of which those with a NULL are
  /// skipped; NULL for fewer than two treatments, for no complete block and for blocks that are all
  /// constant.
  private static func blocks(
    _ name: String, _ finding: @escaping @Sendable (Blocks, Friedman) -> Value
  ) -> SQLAggregate {
    SQLAggregate(name: name, argumentCount: 3) { Observations(name: name, finding: finding) }
  }
}

private struct Observations: Accumulator {
  let name: String
  let finding: @Sendable (Blocks, Friedman) -> Value
  var observations: [Blocks.Observation] = []

  mutating func add(_ row: SQLArguments) throws {
    let value = try row.finiteNumber(2)
    guard let block = row.text(0), let treatment = row.text(1), let value else { return }
    observations.append(Blocks.Observation(block: block, treatment: treatment, value: value))
  }

  func value() throws -> Value {
    do throws(StatisticsError) {
      let blocks = try Blocks(observations, better: .higher)
      return finding(blocks, try Friedman(blocks))
    } catch {
      guard !error.isLack else { return .null }
      throw SQLFunctionError(message: "\(name): \(error.description)")
    }
  }
}

extension StatisticsError {
  /// Whether there is too little data for an answer, which is NULL to SQL and no error.
  var isLack: Bool {
    switch self {
    case .tooFewBlocks, .tooFewTreatments, .allBlocksConstant: true
    default: false
    }
  }
}
