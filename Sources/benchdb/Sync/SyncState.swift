import AWS
import Tables
import Warehouse

/// How far a sync has come.
struct SyncState {
  /// Objects that the sync is about, as far as they are listed.
  var listed = 0
  /// Whether any of them lies in the folder; orphans do not.
  var isFolderEmpty = true
  var unchanged = 0
  /// Objects that were fetched again, and are as they were.
  var verified = 0
  /// Objects and bytes to fetch, as far as is known, and those that came.
  var wanted = 0
  var wantedBytes = 0
  var fetched = 0
  var fetchedBytes = 0
  /// What was written.
  var counts = BucketCounts()
  /// Why objects could not be fetched: the first reason, and how many there were.
  var failure: AWSError?
  var failures = 0
  /// How many things of each kind a rehearsal would have done.
  var rehearsed: [String: Int] = [:]

  /// A thing that a sync does about an object.
  struct Change {
    var deed: String
    var key: String
    var size: Int?
    var modifiedAt: String?

    static let columns = ["action", "key", "size", "modified_at"]

    var row: [Value] {
      [
        .text(deed), .text(key), size.map { .integer(Int64($0)) } ?? .null,
        modifiedAt.map(Value.text) ?? .null,
      ]
    }
  }

  var words: String {
    fetched == 0 && wanted == 0
      ? "\(grouped(listed)) objects listed" : "\(grouped(fetched)) of \(grouped(wanted)) objects"
  }

  mutating func fail(_ error: AWSError) {
    failure = failure ?? error
    failures += 1
  }
}
