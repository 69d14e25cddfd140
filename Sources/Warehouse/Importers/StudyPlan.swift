internal import Benchmark
internal import GRDB
internal import Tables

/// The plan that the original's study_info files stand for.
struct StudyPlan {
  private let studies: [Study]
  private let shapes: [Int: DatasetShape]
  private let budget: Budget
  /// What the user should know of the files.
  private(set) var notes: [String] = []

  /// - Parameter types: the problem type of a study by its tag; a tag that says its type needs none, nor
  ///   does one whose datasets have runs of one type.
  init(_ files: [StudyFile], types: [String: ProblemType], budget: Budget, in bulk: BulkWrite)
    throws
  {
    var studies: [Study] = []
    var shapes: [Int: DatasetShape] = [:]
    for file in files {
      let listed = try file.shapes()
      let datasets = listed.map(\.dataset)
      for shape in listed { shapes[shape.dataset.openMLID ?? 0] = shape }
      let named = ProblemType(rawValue: file.tag) ?? types[file.tag]
      guard let type = try named ?? Self.onlyType(of: datasets, in: bulk) else {
        notes.append("\(file.name) was left out: nothing tells its problem type")
        continue
      }
      studies.append(
        Study(openMLID: Int(file.tag), name: file.tag, type: type, datasets: datasets))
    }
    self.studies = studies
    self.shapes = shapes
    self.budget = budget
  }

  /// The plan of studies that are there already.
  init(_ studies: [Study], budget: Budget) {
    self.studies = studies
    self.budget = budget
    shapes = [:]
  }

  /// Writes studies, datasets and tasks that are not there yet; returns what the user should know.
  func write(in bulk: BulkWrite) throws -> [String] {
    try writeStudies(in: bulk)
    let before = try taskCount(bulk)
    let (count, shifted) = try writeTasks(in: bulk)
    var notes = self.notes
    notes.append(
      "the plan of \(count) tasks was read from the study_info files; "
        + "\(try taskCount(bulk) - before) of them have no run here")
    if shifted > 0 {
      notes.append(
        "\(shifted) tasks have another ID than their place in the plan: the study_info files are not "
          + "those that the results were made with")
    }
    return notes
  }

  /// Writes studies and datasets; a study that is there already has the datasets of its file, and no others.
  func writeStudies(in bulk: BulkWrite) throws {
    let names = try Names(bulk.connection())
    for study in studies { try write(study, names, in: bulk) }
  }

  private func write(_ study: Study, _ names: Names, in bulk: BulkWrite) throws {
    let id = try Int64.fetchOne(
      bulk.db,
      sql: """
        INSERT INTO studies (openml_id, name, type) VALUES (?, ?, ?)
        ON CONFLICT DO UPDATE SET type = excluded.type
        RETURNING id
        """, arguments: [study.openMLID, study.name, study.type.rawValue])
    try bulk.db.execute(sql: "DELETE FROM study_datasets WHERE study_id = ?", arguments: [id])
    for (position, dataset) in study.datasets.enumerated() {
      let datasetID = try names.dataset(dataset)
      if let shape = dataset.openMLID.flatMap({ shapes[$0] }) {
        try bulk.describe(datasetID, shape)
      }
      try bulk.db.execute(
        sql: """
          INSERT INTO study_datasets (study_id, dataset_id, position) VALUES (?, ?, ?)
          ON CONFLICT DO NOTHING
          """, arguments: [id, datasetID, position])
    }
  }

  /// Writes the tasks that are not there yet. One that has no run gets the ID of its place in the plan.
  ///
  /// - Returns: how many tasks the plan has, and how many of them have another ID than their place.
  func writeTasks(in bulk: BulkWrite) throws -> (count: Int, shifted: Int) {
    let connection = try bulk.connection()
    let names = try Names(connection)
    let statement = try RawStatement(
      connection,
      """
      INSERT INTO tasks (framework_id, dataset_id, type, seed, fold, budget_id, original_id)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET original_id = excluded.original_id
      WHERE coalesce(original_id, excluded.original_id) = excluded.original_id
        OR NOT EXISTS (SELECT 1 FROM runs WHERE task_id = tasks.id)
      RETURNING 0
      """)
    let plan = Plan(frameworks: Plan.originalFrameworks, studies: studies, budget: budget)
    let budgetID = try names.budget(budget)
    var shifted = 0
    for (position, task) in plan.enumerated() {
      statement.bind(try names.framework(task.framework), at: 1)
      statement.bind(try names.dataset(task.dataset), at: 2)
      statement.bind(task.type.word, at: 3)
      statement.bind(task.seed, at: 4)
      statement.bind(task.fold, at: 5)
      statement.bind(budgetID, at: 6)
      statement.bind(position, at: 7)
      if try statement.integer() == nil { shifted += 1 }
    }
    return (plan.count, shifted)
  }

  private func taskCount(_ bulk: BulkWrite) throws -> Int {
    try Int.fetchOne(bulk.db, sql: "SELECT count(*) FROM tasks") ?? 0
  }

  /// The problem type of all runs on these datasets, nil where there are none or they differ.
  private static func onlyType(of datasets: [Dataset], in bulk: BulkWrite) throws -> ProblemType? {
    let ids = Set(datasets.compactMap(\.openMLID))
    let types = try Row.fetchAll(
      bulk.db,
      sql: """
        SELECT DISTINCT d.openml_id, c.type
        FROM cells AS c JOIN datasets AS d ON d.id = c.dataset_id
        WHERE d.openml_id IS NOT NULL
        """
    ).filter { ids.contains($0[0]) }.map { $0[1] as String }
    return Set(types).count == 1 ? types.first.flatMap(ProblemType.init) : nil
  }
}

extension StudyFile {
  fileprivate var name: String { "study_\(tag)_info.csv" }

  /// The datasets that it lists, in its order.
  func shapes() throws -> [DatasetShape] {
    do {
      let table = try Table(csv: bytes)
      let ids = try table.column("DATASET_ID")
      let names = try table.column("DATASET_NAME")
      let counts = try ["ROWS", "FEATURES", "CLASSES"].map { name in
        try table.column(name).map { $0.string.flatMap(Int.init) }
      }
      return try ids.enumerated().map { row, text in
        guard let id = text.string.flatMap(Int.init) else {
          throw malformed(
            line: row + 2,
            "has \"\(text.string ?? "")\" as DATASET_ID, where a whole number belongs")
        }
        return DatasetShape(
          Dataset(openMLID: id, name: names[row].string ?? String(id)), rows: counts[0][row],
          features: counts[1][row], classes: counts[2][row])
      }
    } catch TablesError.malformedRecord(let line, let fault) {
      throw malformed(line: line, "\(fault)")
    } catch let error as TablesError {
      throw malformed(line: 1, "has \(error)")
    }
  }

  private func malformed(line: Int, _ reason: String) -> StoreError {
    .malformedHeader(file: name, line: line, reason: reason)
  }
}
