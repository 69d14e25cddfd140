/// The sample that `benchdb init --sample` loads: real runs, described in docs/sample.md.
package enum Sample {
  /// Baselines with ten seeds: a row a run, as the generic importer reads it.
  package static var runs: String { text("runs.csv") }

  /// AutoML frameworks beside the baselines with one seed, failures and logs too: a row a run, likewise.
  package static var automl: String { text("automl.csv") }

  /// A row a dataset: `dataset_id dataset type rows features classes one_hot`.
  package static var datasets: String { text("datasets.csv") }

  private static func text(_ name: String) -> String {
    EmbeddedFiles.all.first { $0.name == name }?.text ?? ""
  }
}
