import ArgumentParser
import Benchmark

/// Which of a bucket's objects a sync is about.
struct SyncScope {
  enum Part: String, ExpressibleByArgument, CaseIterable {
    case results, logs
  }

  var layout: BucketLayout
  /// Nil for both, and the plan with them.
  var only: Part?
  /// Only what was changed at this moment or later, ISO 8601; what is older is as if it were not there.
  var since: String?
  /// Whether what is known is fetched again, and checked.
  var verifies = false
  /// Whether nothing is fetched, and nothing written.
  var isRehearsal = false

  /// What the keys of orphans begin with, whatever the folder.
  static let orphans = "/"

  /// The beginnings of all keys that it is about.
  var prefixes: [String] {
    let folder = layout.folder
    let results = ["\(folder)out/", "\(folder)datasets/study_"]
    let logs = ["fail", "pass", "running"].map { "\(folder)logs/\($0)/" } + [Self.orphans]
    return switch only {
    case .results: results
    case .logs: logs
    case nil: results + logs
    }
  }

  /// What an object is; nil if the sync is not about it.
  func key(_ key: String) -> BucketKey? {
    let kind = layout.key(key)
    switch kind {
    case .result, .record, .study: return only == .logs ? nil : kind
    case .log, .running, .orphan: return only == .results ? nil : kind
    case .dataset, .ignored, .other: return nil
    }
  }

  /// Whether an object is new enough.
  func covers(modifiedAt: String) -> Bool {
    since.map { modifiedAt >= $0 } ?? true
  }
}
