import Benchmark

/// What the configuration says in a benchmark's own words.
extension Configuration {
  /// What every task is given, unless it is said otherwise.
  var budget: Budget {
    Budget(
      cores: count(.cores), memoryMB: count(.memory), softSeconds: count(.runtime),
      hardSeconds: count(.hardLimit))
  }

  /// The problem type of a study, by its tag.
  var studyTypes: [String: ProblemType] {
    Dictionary(
      studies.compactMap { study in
        ProblemType(rawValue: study.type).map { (String(study.id), $0) }
      }, uniquingKeysWith: { $1 })
  }
}
