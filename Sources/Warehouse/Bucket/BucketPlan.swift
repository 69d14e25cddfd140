internal import Benchmark
internal import GRDB

/// The plan that a bucket's `study_<tag>_info.csv` stand for.
///
/// A task's place depends on all of them, and they may come one after the other: the plan is made of
/// those that came before too.
struct BucketPlan {
  let source: Int64
  let budget: Budget
  let types: [String: ProblemType]
  private var files: [StudyFile] = []

  init(source: Int64, budget: Budget, types: [String: ProblemType]) {
    self.source = source
    self.budget = budget
    self.types = types
  }

  /// - Throws: `StoreError.malformedHeader` where the file cannot be read.
  mutating func add(_ file: StudyFile) throws {
    _ = try file.shapes()
    files.append(file)
  }

  /// Writes studies, datasets and tasks if a file came; returns what the user should know.
  func write(in bulk: BulkWrite) throws -> [String] {
    guard !files.isEmpty else { return [] }
    let given = try StudyPlan(files, types: types, budget: budget, in: bulk)
    try given.writeStudies(in: bulk)
    _ = try StudyPlan(studies(in: bulk), budget: budget).writeTasks(in: bulk)
    return given.notes
  }

  /// The studies that the bucket has a file of.
  private func studies(in bulk: BulkWrite) throws -> [Study] {
    try bulk.db.studies(
      from: Row.fetchAll(bulk.db, sql: bucketStudiesSQL, arguments: ["source": source]))
  }
}

/// The studies of the bucket `:source`, which the files' keys end in the names of. A CROSS JOIN keeps its
/// order: the files come first, being few and having an index of their own.
let bucketStudiesSQL = """
  SELECT s.id, s.openml_id, s.name, s.type
  FROM objects AS o
  CROSS JOIN studies AS s
    ON substr(o.key, -length(s.name) - 16) = '/study_' || s.name || '_info.csv'
  WHERE o.source_id = :source AND o.kind = 'study' AND o.vanished_at IS NULL
  ORDER BY o.key
  """
