/// What an object of the original's bucket is, as far as its key tells.
package enum BucketKey: Sendable, Hashable {
  /// The scores of one task: `out/results<ID>.csv`.
  case result(id: Int)
  /// What a worker knows of a run: `out/results<ID>.json`.
  case record(id: Int)
  /// What a run has printed so far, while a worker is at it: `logs/running/<ID>.log`.
  case running(id: Int)
  /// What a run printed: `logs/pass|fail/<model>/<dataset>-<type>-<seed>/<stamp>.log`.
  ///
  /// `task` is nil where the folders name none.
  case log(passed: Bool, task: LoggedTask?, stamp: String)
  /// What a killed run printed, outside `logs/` and of a task that only its text names.
  case orphan(stamp: String)
  /// The datasets of a study: `datasets/study_<tag>_info.csv`.
  case study(tag: String)
  /// Anything else under `datasets/`.
  case dataset
  /// `tests.dat`, `swig.tar.gz` and `ssh/`, and of ours `jobs/`, `frameworks/` and `worker/`, which hold
  /// no results.
  case ignored
  /// Anything that the original did not put there.
  case other

  /// The word that `objects.kind` holds.
  package var kind: String {
    switch self {
    case .result, .record: "result"
    case .log, .running: "log"
    case .orphan: "orphan"
    case .study: "study"
    case .dataset: "dataset"
    case .ignored: "ignored"
    case .other: "other"
    }
  }
}
