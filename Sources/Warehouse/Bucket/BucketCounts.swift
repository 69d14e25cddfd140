/// What became of objects that were given to a `BucketWriter`.
package struct BucketCounts: Sendable, Equatable {
  /// Objects that were not known.
  package var new = 0
  /// Objects that were known with another body.
  package var changed = 0
  /// Objects that were known as they are, because another sync was faster.
  package var skipped = 0
  /// Objects whose runs were deleted on purpose; they stay deleted.
  package var tombstoned = 0
  /// Objects whose body cannot be read.
  package var rejected = 0
  /// Objects that are gone from the bucket, and those that are there again.
  package var vanished = 0
  package var reappeared = 0

  /// Results and logs that were written, orphans counted among the logs too.
  package var results = 0
  package var logs = 0
  package var orphans = 0
  /// Failed runs that were written.
  package var failed = 0
  /// What the user should know of the plan.
  package var notes: [String] = []

  package init() {}

  /// Adds up what several transactions did.
  package static func += (total: inout BucketCounts, part: BucketCounts) {
    total.new += part.new
    total.changed += part.changed
    total.skipped += part.skipped
    total.tombstoned += part.tombstoned
    total.rejected += part.rejected
    total.vanished += part.vanished
    total.reappeared += part.reappeared
    total.results += part.results
    total.logs += part.logs
    total.orphans += part.orphans
    total.failed += part.failed
    total.notes += part.notes.filter { !total.notes.contains($0) }
  }
}
