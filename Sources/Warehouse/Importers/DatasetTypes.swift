internal import Benchmark

/// The problem types of datasets, for rows that do not name theirs: as other rows of the file tell
/// them, else as tasks do that are there.
struct DatasetTypes {
  private enum Told {
    case one(ProblemType)
    case several
  }

  private let selectType: RawStatement
  private var told: [Int64: Told] = [:]

  init(_ connection: OpaquePointer) throws {
    selectType = try RawStatement(
      connection,
      "SELECT min(type) FROM tasks WHERE dataset_id = ? HAVING count(DISTINCT type) = 1")
  }

  /// Remembers what a row told.
  mutating func note(_ type: ProblemType, of dataset: Int64) {
    switch told[dataset] {
    case nil: told[dataset] = .one(type)
    case .one(type), .several: break
    case .one: told[dataset] = .several
    }
  }

  /// Nil where nothing tells, or several types are told.
  ///
  /// - Complexity: O(tasks) for a dataset that the file does not tell of, once.
  mutating func type(of dataset: Int64) throws -> ProblemType? {
    if told[dataset] == nil {
      selectType.bind(dataset, at: 1)
      var found: ProblemType?
      try selectType.eachRow { found = $0.text(0).flatMap(ProblemType.init) }
      told[dataset] = found.map { .one($0) } ?? .several
    }
    if case .one(let type) = told[dataset] { return type }
    return nil
  }
}
