package import Benchmark
internal import GRDB

extension Store {
  /// Makes a study known; one that is there already has these datasets from now on, and no others.
  package func record(_ study: Study) throws {
    try write { db in
      try db.inTransaction(.immediate) {
        try StudyPlan([study], budget: .unspecified).writeStudies(in: BulkWrite(db))
        return .commit
      }
    }
  }

  /// The studies there are, with their datasets in the study's order.
  package func studies() throws -> [Study] {
    try read { db in
      try db.studies(from: try Row.fetchAll(db, sql: "SELECT * FROM studies ORDER BY id"))
    }
  }
}

extension Database {
  /// The studies of which these rows have id, openml_id, name and type.
  func studies(from rows: [Row]) throws -> [Study] {
    try rows.compactMap { study in
      guard let type = ProblemType(rawValue: study["type"]) else { return nil }
      let datasets = try Row.fetchAll(
        self,
        sql: """
          SELECT d.openml_id, d.name
          FROM study_datasets AS s JOIN datasets AS d ON d.id = s.dataset_id
          WHERE s.study_id = ?
          ORDER BY s.position
          """, arguments: [study["id"]])
      return Study(
        openMLID: study["openml_id"], name: study["name"], type: type,
        datasets: datasets.map { Dataset(openMLID: $0["openml_id"], name: $0["name"]) })
    }
  }
}
