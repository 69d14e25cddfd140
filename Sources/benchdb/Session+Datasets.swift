import Benchmark
import Compute
import Tables
import Warehouse

extension Session {
  /// Tells the warehouse the shapes of those datasets that it knows without.
  ///
  /// What cannot be read has failed its runs already, and stays as it is.
  func describe(_ datasets: Set<Dataset>, of folder: DatasetFolder, in store: Store) throws {
    let unknown = Set(
      try store.table(
        "SELECT coalesce(CAST(openml_id AS TEXT), name) FROM datasets WHERE rows IS NULL"
      ).rows.compactMap { $0[0].string })
    let shapes = datasets.filter { unknown.contains($0.openMLID.map { String($0) } ?? $0.name) }
      .compactMap { dataset in try? folder.data(of: dataset).shape(of: dataset) }
    if !shapes.isEmpty { try store.describe(shapes) }
  }
}
