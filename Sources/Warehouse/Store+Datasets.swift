package import Benchmark
internal import GRDB

extension Store {
  /// Makes a dataset known with its size and its columns; earlier columns are forgotten.
  package func describe(_ shape: DatasetShape, columns: [DatasetColumn]) throws {
    try write { db in
      try db.inTransaction(.immediate) {
        let bulk = BulkWrite(db)
        let dataset = try Names(bulk.connection()).dataset(shape.dataset)
        try bulk.describe(dataset, shape)
        try db.execute(
          sql: "DELETE FROM dataset_columns WHERE dataset_id = ?", arguments: [dataset])
        for (position, column) in columns.enumerated() {
          try db.execute(
            sql: """
              INSERT INTO dataset_columns (dataset_id, position, name, type) VALUES (?, ?, ?, ?)
              """, arguments: [dataset, position, column.name, column.kind.rawValue])
        }
        return .commit
      }
    }
  }

  /// Makes datasets known with their names and sizes; what is known of them already stays.
  package func describe(_ shapes: [DatasetShape]) throws {
    try write { db in
      try db.inTransaction(.immediate) {
        let bulk = BulkWrite(db)
        let names = try Names(bulk.connection())
        for shape in shapes { try bulk.describe(names.dataset(shape.dataset), shape) }
        return .commit
      }
    }
  }
}

extension BulkWrite {
  /// Fills in what is not yet known of a dataset; a name that is an id's digits is no name.
  func describe(_ dataset: Int64, _ shape: DatasetShape) throws {
    try db.execute(
      sql: """
        UPDATE datasets SET
          name = CASE name WHEN openml_id THEN ?2 ELSE name END,
          rows = coalesce(rows, ?3),
          features = coalesce(features, ?4),
          classes = coalesce(classes, ?5),
          one_hot = coalesce(one_hot, ?6)
        WHERE id = ?1
        """,
      arguments: [
        dataset, shape.dataset.name, shape.rows, shape.features, shape.classes, shape.oneHot,
      ])
  }
}
