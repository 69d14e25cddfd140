internal import Statistics
internal import Tables

extension SQLSource {
  /// The blocks that a SELECT of block, treatment and value gives, higher values better; as in
  /// `friedman`, rows with a NULL are skipped.
  func blocks(of argument: Value) throws -> Blocks {
    guard let sql = argument.string else {
      throw fault("takes a SELECT of block, treatment and value")
    }
    var observations: [Blocks.Observation] = []
    try eachRow(of: sql, width: 3) { row in
      guard let block = row[0].description, let treatment = row[1].description, !row[2].isNull
      else { return }
      guard let value = row[2].number else {
        throw fault("takes numbers as values, not \(row[2].literal)")
      }
      observations.append(Blocks.Observation(block: block, treatment: treatment, value: value))
    }
    let found = observations
    return try statistics { () throws(StatisticsError) in try Blocks(found, better: .higher) }
  }

  /// Calls `body`; what a statistic refuses is said with the function's name.
  func statistics<T>(_ body: () throws(StatisticsError) -> T) throws -> T {
    do throws(StatisticsError) {
      return try body()
    } catch {
      throw SQLFunctionError(message: "\(function): \(error.description)")
    }
  }
}
